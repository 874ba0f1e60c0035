import Testing

@testable import D8SCollect

struct ObjectIDTests {
    @Test(arguments: [
        "0123456789abcdef0123456789abcdef89abcdef",
        "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210",
        "0000000000000000000000000000000000000001",
    ])
    func `an id is written as it was read`(hex: String) throws {
        let id = try #require(ObjectID(hex: hex.utf8))
        #expect(id.hex == hex)
        #expect(id.short == hex.prefix(12))
        #expect(ObjectID(hex: hex.uppercased().utf8) == id)
        #expect(id.hasPrefix(Array(hex.utf8.prefix(39))))
        #expect(id.hasPrefix(Array(hex.uppercased().utf8)))
        #expect(!id.hasPrefix(Array((hex + "0").utf8)))
        #expect(!id.hasPrefix(Array("12".utf8)))
    }

    @Test(arguments: ["", "0123", "g123456789abcdef0123456789abcdef01234567"])
    func `what is no id is refused`(text: String) {
        #expect(ObjectID(hex: text.utf8) == nil)
    }

    @Test func `a short id is not the long one that begins with it and ends in zeros`() {
        let short = String(repeating: "a", count: 40)
        let long = short + String(repeating: "0", count: 24)
        #expect(ObjectID(hex: short.utf8) != ObjectID(hex: long.utf8))
    }
}
