/// Files of a site that are made when they are wanted, so that a large site is never whole in
/// memory.
package typealias SiteBatch = @Sendable () throws -> [SiteFile]
