/// Whether every link of a site leads somewhere, and nothing is fetched from elsewhere.
struct LinkCheck {
    /// Where the site will be read; a link that begins with it is one of the site's own.
    let url: String?
    /// Whether a file of a past edition will be there.
    let hasPastFile: @Sendable (_ path: String) -> Bool

    /// Faults of these files' links, by file and place.
    func faults(of files: [CheckedFile]) -> [SiteFault] {
        var site = Site(paths: Set(files.map(\.path)))
        site.paths.formUnion([EditionRecord.name, EditionRecord.twinName])
        for file in files {
            site.folders.formUnion(SitePaths.folders(above: file.path))
            site.ids[file.path] = file.markup?.ids
        }
        return files.flatMap { file in
            file.markup.map { faults(in: file.path, $0, site) } ?? []
        }
    }

    private struct Site {
        var paths: Set<String>
        var folders: Set<String> = []
        var ids: [String: Set<String>] = [:]
    }

    private func faults(in file: String, _ markup: Markup, _ site: Site) -> [SiteFault] {
        let bases = markup.bases.map {
            SiteFault(file: file, line: $0, problem: .baseElement)
        }
        return bases
            + markup.references.compactMap { reference in
                problem(of: reference, in: file, site).map {
                    SiteFault(file: file, line: reference.line, problem: $0)
                }
            }
    }

    private func problem(
        of reference: Reference,
        in file: String,
        _ site: Site
    ) -> SiteFault.Problem? {
        let link = reference.text.trimmingASCIISpace
        if let scheme = Address.scheme(of: link) {
            if let inside = insideSite(link) {
                return problem(of: inside, written: link, in: "index.html", site)
            }
            return problem(ofScheme: scheme, link, reference.use)
        }
        if link.hasPrefix("//") { return .foreignHost(link: link) }
        if link.hasPrefix("/") || link.utf8.contains(UInt8(ascii: "\\")) {
            return .absoluteLink(link: link)
        }
        if link.isEmpty { return reference.use == .load ? .missingFile(link: link) : nil }
        return problem(of: link[...], written: link, in: file, site)
    }

    /// The rest of a link that begins with the site's own address.
    private func insideSite(_ link: String) -> Substring? {
        guard var base = url, !base.isEmpty else { return nil }
        if !base.hasSuffix("/") { base += "/" }
        guard link != base, link + "/" != base else { return "index.html" }
        return link.hasPrefix(base) ? link.dropFirst(base.count) : nil
    }

    private func problem(
        ofScheme scheme: String,
        _ link: String,
        _ use: Reference.Use
    ) -> SiteFault.Problem? {
        switch scheme {
        case "data": nil
        case "http", "https": use == .load ? .foreignHost(link: link) : nil
        case "mailto", "tel", "urn", "tag": use == .load ? .unsafeScheme(link: link) : nil
        default: .unsafeScheme(link: link)
        }
    }

    private func problem(
        of link: Substring,
        written: String,
        in file: String,
        _ site: Site
    ) -> SiteFault.Problem? {
        let address = Address(link)
        guard let path = address.path(from: file) else { return .climbingLink(link: written) }
        guard site.paths.contains(path) else {
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            if folder.isEmpty || site.folders.contains(folder) {
                return .linkToFolder(link: written)
            }
            return hasPastFile(path) ? nil : .missingFile(link: written)
        }
        guard let fragment = address.fragment, !fragment.isEmpty, fragment != "top",
            !fragment.hasPrefix(":~:"), let ids = site.ids[path]
        else { return nil }
        return ids.contains(fragment) ? nil : .missingFragment(link: written)
    }
}

extension String {
    fileprivate var trimmingASCIISpace: String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
        guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else {
            return self
        }
        let end = utf8.lastIndex { !isSpace($0) }.map(utf8.index(after:)) ?? startIndex
        return String(self[..<end].utf8.drop(while: isSpace)) ?? self
    }
}
