/// Why an edition was not published; what was there before stays as it was.
package enum PublishError: Error, Hashable, Sendable {
    /// What is wrong with a target folder itself.
    package enum Unfitness: Hashable, Sendable {
        case empty, root, home, notAFolder, repository, mountPoint, parentNotWritable, tooManyLinks
    }

    /// The target can never be a site.
    case unfitTarget(path: String, Unfitness)
    /// The target holds files that D8S has not made; at most 20 of them, by path.
    case foreignFiles(target: String, paths: [String], count: Int)
    /// Every fault of the site's paths and links, by file.
    case unfitSite([SiteFault])
    /// A part of the site could not be made.
    case notMade(reason: String)
    /// Another job publishes into the same target; nil if it has not said which.
    case locked(target: String, pid: Int?)
    /// The system refused an operation; `code` is its `errno`.
    case system(operation: String, path: String, code: Int32)
    /// A test stopped the publisher here.
    case stopped
}
