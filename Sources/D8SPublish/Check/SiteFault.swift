/// One thing that keeps a site from being published.
package struct SiteFault: Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        /// The path is empty, absolute, climbs, too long, or holds an empty part.
        case unsafePath
        /// The path holds a character that some file systems or web servers refuse.
        case unsafeCharacter
        /// The name belongs to the publisher.
        case reservedPath
        /// Another file has this path, or one that differs only in upper and lower case.
        case clashes(with: String)
        /// A file stands where another file's folder has to be.
        case isFolderOf(String)
        case missingFile(link: String)
        case missingFragment(link: String)
        case linkToFolder(link: String)
        case absoluteLink(link: String)
        case climbingLink(link: String)
        case foreignHost(link: String)
        case unsafeScheme(link: String)
        /// A `base` element changes where every link leads.
        case baseElement
    }

    /// The file's path in the site.
    package let file: String
    /// 1-based; nil where the fault is the path itself.
    package let line: Int?
    package let problem: Problem

    package init(file: String, line: Int? = nil, problem: Problem) {
        self.file = file
        self.line = line
        self.problem = problem
    }
}

extension SiteFault: CustomStringConvertible {
    package var description: String {
        file.shown + (line.map { ":\($0)" } ?? "") + ": " + problem.sentence
    }
}

extension SiteFault.Problem {
    fileprivate var sentence: String {
        switch self {
        case .unsafePath: "the path is not a plain relative one"
        case .unsafeCharacter: "the path holds a character that is not safe in file names"
        case .reservedPath: "the path is reserved for the publisher"
        case .clashes(let other): "the path clashes with \(other.shown)"
        case .isFolderOf(let other): "a file stands where the folder of \(other.shown) has to be"
        case .missingFile(let link): "\"\(link.shown)\" leads to no file of the site"
        case .missingFragment(let link): "\"\(link.shown)\" leads to an id that is not there"
        case .linkToFolder(let link):
            "\"\(link.shown)\" leads to a folder; name its index.html, so that it opens from a disk"
        case .absoluteLink(let link):
            "\"\(link.shown)\" is absolute; only relative links work in a subfolder"
        case .climbingLink(let link): "\"\(link.shown)\" leads out of the site"
        case .foreignHost(let link): "\"\(link.shown)\" would be fetched from another host"
        case .unsafeScheme(let link): "\"\(link.shown)\" has a scheme that pages must not use"
        case .baseElement: "a <base> element changes where every link leads"
        }
    }
}
