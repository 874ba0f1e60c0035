import D8SModel
import Foundation
import Testing

@testable import D8SCollect

struct GitDiscoveryTests {
    private func tagged(_ tags: [(name: String, day: Int)]) throws -> GitFixture {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        for tag in tags { script.annotated(tag.name, at: a, day: tag.day) }
        return try GitFixture(script)
    }

    @Test func `a repository of one service gives its pattern and branch`() throws {
        let fixture = try tagged([
            ("v1.0.0", 1), ("v1.1.0", 2), ("v1.2.0-rc1", 3), ("0.9.0", 0), ("stable", 9),
        ])
        try fixture.here(["config", "remote.origin.url", "git@example.org:shop/Checkout.git"])
        let found = try GitDiscovery(at: fixture.path)
        #expect(found.isBare)
        #expect(found.repository == fixture.path)
        #expect(found.mainBranch == "main")
        #expect(found.mainBranchReason == "what HEAD names")
        #expect(
            found.services == [
                DiscoveredService(
                    name: "Checkout",
                    nameReason: "from the remote origin",
                    tagPatterns: ["v[0-9]*"],
                    patternReason: "2 stable releases, the newest v1.1.0",
                    releaseCount: 2
                )
            ]
        )
        #expect(
            found.notes == [
                "Not chosen: 1 tag that fit [0-9]*, as 0.9.0; v1.1.0 is newer."
            ]
        )
    }

    @Test func `a repository of many services gives one for each prefix`() throws {
        let fixture = try tagged([
            ("cart/v1.0.0", 1), ("cart/v1.1.0", 2), ("pay-v1.0.0", 1), ("pay-v2.0.0", 5),
            ("@shop/ui@1.0.0", 3), ("@shop/ui@1.0.1", 4), ("once-1.0", 3),
            ("old-1.0", -500), ("old-1.1", -400),
        ])
        let found = try GitDiscovery(at: fixture.path)
        #expect(found.services.map(\.name) == ["cart", "pay", "shop-ui"])
        #expect(
            found.services.map(\.tagPatterns)
                == [["cart/v[0-9]*"], ["pay-v[0-9]*"], ["@shop/ui@[0-9]*"]]
        )
        #expect(found.services.allSatisfy { $0.nameReason == "from the prefix of its tags" })
        #expect(found.notes.count == 2)
        for service in found.services {
            let source = GitSource(
                repository: fixture.path,
                service: service.name,
                tagPatterns: service.tagPatterns
            )
            #expect(try Collected(source).batch.deployments.count == service.releaseCount)
        }
    }

    @Test func `the most recent of two forms is chosen`() throws {
        let fixture = try tagged([
            ("release-1", 1), ("release-2", 2), ("release-3", 3), ("2.0", 30),
        ])
        let found = try GitDiscovery(at: fixture.path)
        #expect(found.services.map(\.tagPatterns) == [["[0-9]*"]])
    }

    @Test func `a repository without tags or commits still has a name`() throws {
        let fixture = try GitFixture()
        let found = try GitDiscovery(at: fixture.path)
        let folder = try #require(fixture.path.split(separator: "/").last)
        #expect(found.services.map(\.name) == [String(folder)])
        #expect(found.services.map(\.tagPatterns) == [[]])
        #expect(found.mainBranch == nil)
        #expect(
            found.notes
                == ["The repository has no tags, so no deployments can be read from it."]
        )
    }

    @Test func `a folder inside a clone finds its top and the remote's branch`() throws {
        let origin = try tagged([("v1.0.0", 1)])
        try origin.here(["branch", "-m", "main", "trunk"])
        try origin.here(["symbolic-ref", "HEAD", "refs/heads/trunk"])
        let clone = try GitFixture(copying: ["clone", "-q", origin.path])
        try clone.here(["checkout", "-q", "-b", "feature"])
        let inner = clone.path + "/a/b"
        try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
        let found = try GitDiscovery(at: inner)
        #expect(found.repository == clone.path)
        #expect(!found.isBare)
        #expect(found.mainBranch == "trunk")
        #expect(found.mainBranchReason == "the default branch of the remote origin")
    }

    @Test(arguments: [
        ("https://user:secret@example.org/shop/checkout.git/", "checkout"),
        ("ssh://git@example.org:22/pay", "pay"), ("/srv/git/cart.git", "cart"),
        ("/home/x/cart/.git", "cart"), ("..", nil), ("/a/<script>x</script>", "script"),
    ])
    func `a service is named by the end of a path and by nothing else`(
        path: String,
        name: String?
    ) {
        #expect(ServiceName.last(ofPath: path) == name)
    }
}
