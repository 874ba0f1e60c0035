import Testing

@testable import D8SCollect

struct ReleaseVersionTests {
    @Test(arguments: [
        ("v1.2.3", "v", [1, 2, 3], ""),
        ("1.2", "", [1, 2], ""),
        ("checkout-v1.12.0-rc1", "checkout-v", [1, 12, 0], "-rc1"),
        ("@scope/pkg@1.2.3", "@scope/pkg@", [1, 2, 3], ""),
        ("k8s-1.30.1", "k8s-", [1, 30, 1], ""),
        ("service2/v0.1.0+build.7", "service2/v", [0, 1, 0], ""),
        ("v5", "v", [5], ""),
        ("release-2026-11-20", "release-", [2026], "-11-20"),
        ("go1.21.0", "go", [1, 21, 0], ""),
    ])
    func `a tag is a prefix, numbers and a suffix`(
        name: String,
        prefix: String,
        numbers: [Int],
        suffix: String
    ) throws {
        let version = try #require(ReleaseVersion(name))
        #expect(version.prefix == prefix)
        #expect(version.numbers == numbers)
        #expect(version.suffix == suffix)
    }

    @Test(arguments: ["stable", "", "k8s", "v1.99999999999999999999", "weekly2nd", "tag"])
    func `a tag without a version has none`(name: String) {
        #expect(ReleaseVersion(name) == nil)
    }

    /// Semantic Versioning 2.0.0, section 9; PEP 440 for the ones without a hyphen.
    @Test(arguments: [
        "v1.0.0-rc1", "1.0.0-alpha", "1.0.0-beta.2", "1.0.0b2", "1.0.0rc1", "1.0.0.dev1",
        "v2.2.8-1", "v2.1.2-hf1", "1.0.0-release-candidate", "v5-rc1",
    ])
    func `a pre-release is told by its suffix`(name: String) {
        #expect(ReleaseVersion(name)?.isPrerelease == true)
    }

    @Test(arguments: [
        "v1.0.0", "1.0.0+build-1", "1.0.0-final", "1.0.0.Final", "2.1.0.RELEASE", "1.0.0.post1",
        "v1.0.1-hotfix.1", "2026-11-20", "1.0.2b",
    ])
    func `a finished release is told from a pre-release`(name: String) {
        #expect(ReleaseVersion(name)?.isPrerelease == false)
    }

    /// The order of section 11 of Semantic Versioning 2.0.0.
    @Test func `versions are compared by number and not by letter`() {
        let names = ["v1.10.0", "v1.9.0", "v1.10.0-rc1", "v1.9", "v2", "v1.9.1"]
        let sorted = names.compactMap { name in ReleaseVersion(name).map { ($0, name) } }
            .sorted { $0.0 < $1.0 }.map(\.1)
        #expect(sorted == ["v1.9", "v1.9.0", "v1.9.1", "v1.10.0-rc1", "v1.10.0", "v2"])
    }
}
