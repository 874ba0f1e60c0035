import D8SModel
import Testing

@testable import D8SPublish

@Suite struct CheckTests {
    private func problems(
        _ html: String,
        in path: String = "a/page.html",
        url: String? = nil
    ) -> [SiteFault.Problem] {
        let files = [
            SiteFile(path: path, text: html),
            SiteFile(path: "index.html", text: "<p id='x&amp;y'>"),
            SiteFile(path: "a/ü b.txt", text: ""), SiteFile(path: "a/b/index.html", text: ""),
        ]
        let check = LinkCheck(url: url) { $0 == "editions/2026-11-19/index.html" }
        return check.faults(of: files.map(CheckedFile.init)).map(\.problem)
    }

    @Test(arguments: [
        "<a href='../index.html'>", "<a href=\"b/index.html\">", "<A HREF=../index.html>",
        "<a href='../index.html#x&amp;y'>", "<a href='?q=1'>", "<a href='#'>", "<a href=''>",
        "<a href='../index.html?q#top'>", "<a href='%C3%BC%20b.txt'>", "<p id=z><a href='#z'>",
        "<a href='https://dora.dev/x'>", "<a href='mailto:a@b.c'>", "<img src='data:image/png,x'>",
        "<a href='../edition.json'>", "<a href='../editions/2026-11-19/index.html'>",
        "<!-- <a href='gone'> -->", "<script>if (a<b) '<img src=gone>'</script>",
        "<style>/* url(gone) */ a { background: url( '../index.html' ) }</style>",
        "<a title='<a href=gone>'>", "<p alt='url(gone)'>",
        "<svg xmlns='http://www.w3.org/2000/svg'>",
        "<img srcset='../index.html 1x, b/index.html 2x'>", "<g id=q></g><use href='#q'/>",
        "<rect fill='url(#q)'/><g id='q'>", "<link rel=canonical href='https://a.example/'>",
    ])
    func `a link that leads somewhere is no fault`(html: String) {
        #expect(problems(html) == [])
    }

    @Test(arguments: [
        ("<a href='gone.html'>", SiteFault.Problem.missingFile(link: "gone.html")),
        ("<img src=gone.png alt=x>", .missingFile(link: "gone.png")),
        ("<img src>", .missingFile(link: "")),
        ("<img srcset='../index.html 1x, gone.png 2x'>", .missingFile(link: "gone.png")),
        ("<img srcset='gone.png,../index.html 2x'>", .missingFile(link: "gone.png,../index.html")),
        ("<video poster=gone.png>", .missingFile(link: "gone.png")),
        ("<object data=gone.svg>", .missingFile(link: "gone.svg")),
        ("<form action=gone>", .missingFile(link: "gone")),
        ("<style>a{background:url(gone.png)}</style>", .missingFile(link: "gone.png")),
        ("<style>@import 'gone.css';</style>", .missingFile(link: "gone.css")),
        ("<p style='background:url(&quot;gone.png&quot;)'>", .missingFile(link: "gone.png")),
        ("<rect fill='url(#gone)'/>", .missingFragment(link: "#gone")),
        ("<use xlink:href='#gone'/>", .missingFragment(link: "#gone")),
        ("<a href='../index.html#gone'>", .missingFragment(link: "../index.html#gone")),
        ("<a href='#gone'>", .missingFragment(link: "#gone")),
        ("<a href='../../index.html'>", .climbingLink(link: "../../index.html")),
        ("<a href='..%2f../index.html'>", .climbingLink(link: "..%2f../index.html")),
        ("<a href='/index.html'>", .absoluteLink(link: "/index.html")),
        ("<a href='b\\index.html'>", .absoluteLink(link: "b\\index.html")),
        ("<a href='b/'>", .linkToFolder(link: "b/")), ("<a href=b>", .linkToFolder(link: "b")),
        ("<a href='..'>", .linkToFolder(link: "..")),
        ("<a href='../index.html/'>", .missingFile(link: "../index.html/")),
        ("<a href='../INDEX.html'>", .missingFile(link: "../INDEX.html")),
        ("<img src='https://h/x.png'>", .foreignHost(link: "https://h/x.png")),
        ("<script src='//h/x.js'></script>", .foreignHost(link: "//h/x.js")),
        ("<link rel='preload stylesheet' href='https://h/x'>", .foreignHost(link: "https://h/x")),
        ("<style>@import url(https://h/x.css)</style>", .foreignHost(link: "https://h/x.css")),
        ("<a href=' javascript:alert(1)'>", .unsafeScheme(link: "javascript:alert(1)")),
        ("<a href='file:///etc/passwd'>", .unsafeScheme(link: "file:///etc/passwd")),
        ("<base href='x/'>", .baseElement),
        ("<meta http-equiv=refresh content='0; url=gone.html'>", .missingFile(link: "gone.html")),
        (
            "<a href='../editions/2026-11-18/index.html'>",
            .missingFile(link: "../editions/2026-11-18/index.html")
        ),
        ("<textarea><a href=x></textarea><a href=gone>", .missingFile(link: "gone")),
        ("<a href='gone", .missingFile(link: "gone")),
    ])
    func `a link that leads nowhere or elsewhere is a fault`(
        html: String,
        problem: SiteFault.Problem
    ) {
        let found = problems(html)
        #expect(found.contains(problem), "\(found)")
    }

    @Test func `a style sheet and a feed are checked as well`() {
        #expect(
            problems("a{b:url(gone.woff)}", in: "site.css")
                == [.missingFile(link: "gone.woff")]
        )
        let feed = "<feed><link href='https://d8s.example/r/index.html'/><link href='%@'/></feed>"
        let url = "https://d8s.example/r"
        #expect(
            problems(feed.replacing("%@", with: "index.html"), in: "feed.xml", url: url) == []
        )
        #expect(
            problems(feed.replacing("%@", with: url + "/gone"), in: "feed.xml", url: url)
                == [.missingFile(link: url + "/gone")]
        )
    }

    @Test func `all faults are reported at once with file and line`() {
        let files = [
            SiteFile(path: "a.html", text: "<p>\n<a href=x>\n\n<a href=y>"),
            SiteFile(path: "b.html", text: "<a href=z>"),
        ]
        let faults = LinkCheck(url: nil) { _ in false }.faults(of: files.map(CheckedFile.init))
        #expect(
            faults.map(\.description) == [
                "a.html:2: \"x\" leads to no file of the site",
                "a.html:4: \"y\" leads to no file of the site",
                "b.html:1: \"z\" leads to no file of the site",
            ]
        )
    }

    @Test(arguments: [
        "", "/a", "a//b", "a/", "../a", "a/../b", "./a", "a/.", "a\0b", "a\nb", "a\\b", "c:a",
        "a?b",
        "a\u{202e}b", "a.", "a ", "a#b", "100%", "edition.json", "edition.json.gz", ".gitkeep",
        "editions", "editions/2026-11-20/x.html", String(repeating: "x", count: 300),
        String(repeating: "long/", count: 300) + "x",
    ])
    func `a hostile path is a fault`(path: String) {
        #expect(SitePaths.faults(of: [CheckedFile(SiteFile(path: path, text: ""))]).count == 1)
    }

    @Test(arguments: [
        "a.html", "a/b-c/d_e.f", ".nojekyll", ".well-known/x.txt", "ü/日本.html", "a b.txt",
        "editions/index.html", "editions/2026/x.html",
    ])
    func `a plain path is no fault`(path: String) {
        #expect(SitePaths.faults(of: [CheckedFile(SiteFile(path: path, text: ""))]) == [])
    }

    @Test(arguments: [
        (["a", "a"], 1), (["a", "A"], 1), (["a", "a/b"], 1), (["a/b", "A/c"], 1),
        (["ab", "a/b"], 0),
        (["É", "é"], 1), (["a/b", "a/c"], 0),
    ])
    func `paths that cannot stand side by side are a fault`(paths: [String], count: Int) {
        let faults = SitePaths.faults(of: paths.map { CheckedFile(SiteFile(path: $0, text: "")) })
        #expect(faults.count == count, "\(faults)")
    }

    @Test func `a file in the place of a twin is a fault`() {
        let files = [
            SiteFile(path: "a.html", bytes: Array(repeating: 65, count: 2000)),
            SiteFile(path: "a.html.gz", text: ""),
        ]
        #expect(SitePaths.faults(of: files.map(CheckedFile.init)).count == 1)
    }
}
