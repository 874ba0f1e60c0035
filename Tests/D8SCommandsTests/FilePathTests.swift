import Testing

@testable import D8SCommands

struct FilePathTests {
    @Test(arguments: [
        ("/a/b", "/a/b", "."), ("/a/b/c", "/a/b", "c"), ("/a", "/a/b", ".."),
        ("/a/b", "/a/b/c/d", "../.."), ("/x", "/a/b", "/x"), ("/a/bc", "/a/b", "/a/bc"),
    ])
    func `a path is relative to a folder above or below it`(
        path: String,
        folder: String,
        expected: String
    ) {
        #expect(FilePath.relative(path, to: folder) == expected)
    }

    @Test(arguments: [
        ("c", "/a/b/c"), ("../c", "/a/c"), ("./c/../d", "/a/b/d"), ("/x//y/", "/x/y"),
        ("../../../../etc", "/etc"), (".", "/a/b"),
    ])
    func `a path is read from its folder, and never leaves the root`(
        path: String,
        expected: String
    ) {
        #expect(FilePath.absolute(path, in: "/a/b") == expected)
    }

    @Test func `what is written relative reads back absolute`() {
        for (path, folder) in [("/a/b/c", "/a/b"), ("/a", "/a/b/c"), ("/x/y", "/a")] {
            #expect(FilePath.absolute(FilePath.relative(path, to: folder), in: folder) == path)
        }
    }
}
