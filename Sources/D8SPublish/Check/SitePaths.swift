import D8SModel

/// Whether the paths of a site can stand side by side on any disk and web server.
enum SitePaths {
    /// Faults of these files' paths, by file.
    static func faults(of files: [CheckedFile]) -> [SiteFault] {
        var faults = files.compactMap { file in
            problem(of: file.path).map { SiteFault(file: file.path, problem: $0) }
        }
        faults += clashes(among: files)
        return faults
    }

    /// Why a file must not even be written; nil if it may.
    static func problem(of path: String) -> SiteFault.Problem? {
        let parts = path.partsBySlash
        let isPlain = parts.allSatisfy {
            !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255 - 3
        }
        guard isPlain, path.utf8.count <= 1000 else { return .unsafePath }
        guard parts.allSatisfy(hasSafeCharacters) else { return .unsafeCharacter }
        return isReserved(parts) ? .reservedPath : nil
    }

    private static func hasSafeCharacters(_ part: Substring) -> Bool {
        part.last != "." && part.last != " " && part.first != " "
            && part.unicodeScalars.allSatisfy(isSafe)
    }

    /// What Windows, shells and URLs take badly is refused: slugs need none of it.
    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", ":", "*", "?", "\"", "<", ">", "|", "#", "%": return false
        case " "..."~": return true
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
            .surrogate:
            false
        default: true
        }
    }

    /// `edition.json`, `.gitkeep` and the folders of past editions are not a site's to write.
    private static func isReserved(_ parts: [Substring]) -> Bool {
        if parts.count == 1 {
            return [EditionRecord.name, EditionRecord.twinName, ".gitkeep", "editions"]
                .contains(String(parts[0]))
        }
        return parts[0] == "editions" && Day(iso8601: parts[1]) != nil
    }

    private static func clashes(among files: [CheckedFile]) -> [SiteFault] {
        var owners: [String: String] = [:]
        var faults: [SiteFault] = []
        let claims =
            files.map { ($0.path, $0.path) }
            + files.filter(\.hasTwin).map { (Twin.path(of: $0.path), $0.path) }
        for (path, owner) in claims {
            if let other = owners.updateValue(owner, forKey: path.lowercased()) {
                faults.append(SiteFault(file: owner, problem: .clashes(with: other)))
            }
        }
        var spelled: [String: String] = [:]
        for file in files {
            for folder in folders(above: file.path) {
                let lower = folder.lowercased()
                if let owner = owners[lower] {
                    faults.append(SiteFault(file: owner, problem: .isFolderOf(file.path)))
                }
                if let other = spelled.updateValue(folder, forKey: lower), other != folder {
                    faults.append(SiteFault(file: file.path, problem: .clashes(with: other + "/")))
                }
            }
        }
        return faults
    }

    /// `a/b/c` has `a` and `a/b`.
    static func folders(above path: String) -> [String] {
        path.utf8.indices.filter { path.utf8[$0] == .slash }.map { String(path[..<$0]) }
    }
}

extension UInt8 {
    static let slash = UInt8(ascii: "/")
}

extension StringProtocol where UTF8View.SubSequence == Substring.UTF8View {
    /// What stands between slashes, empty parts too.
    ///
    /// Byte by byte, as file systems and browsers do it: a slash with an accent is a slash.
    var partsBySlash: [Substring] {
        utf8.split(separator: .slash, omittingEmptySubsequences: false).map(Substring.init)
    }
}
