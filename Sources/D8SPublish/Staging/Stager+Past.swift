import D8SModel

extension Stager {
    /// Puts past editions into the staging folder, as they were on their night: the files
    /// themselves under a second name.
    func stagePast(_ nights: [Day]) throws(PublishError) -> [EditionRecord.Past] {
        guard !nights.isEmpty else { return [] }
        var made: Set<String> = []
        try makeFolder("editions", &made)
        var past: [EditionRecord.Past] = []
        for night in nights {
            if night == contents.record?.night {
                try stageCurrent(as: night, &made)
            } else {
                let folder = PastEditions.folder(of: night)
                for file in try Disk.files(below: contents.folder + "/" + folder) {
                    try keep(folder + "/" + file.path, as: folder + "/" + file.path, &made)
                }
            }
            let record = PastEditions.folder(of: night) + "/" + EditionRecord.name
            guard let digest = Disk.sha256(place.staging + "/" + record) else { continue }
            past.append(EditionRecord.Past(night: night, sha256: digest))
        }
        return past
    }

    /// The edition that stands there now, without its own past editions.
    private func stageCurrent(as night: Day, _ made: inout Set<String>) throws(PublishError) {
        let folder = PastEditions.folder(of: night)
        let names = (contents.record?.files ?? []).map(\.path)
        for name in names + [EditionRecord.name, EditionRecord.twinName]
        where !name.hasPrefix("editions/") {
            try keep(name, as: folder + "/" + name, &made)
        }
        guard contents.files[PastEditions.calendar] != nil else { return }
        let stub = folder + "/" + PastEditions.calendar
        try makeFolder(folder + "/editions", &made)
        try Disk.write(PastEditions.calendarStub, to: place.staging + "/" + stub)
        try world.atStep(.pastFileStaged(stub))
    }

    /// A file that somebody has removed is left out.
    private func keep(
        _ old: String,
        as new: String,
        _ made: inout Set<String>
    ) throws(PublishError) {
        if let slash = new.lastIndex(of: "/") { try makeFolder(String(new[..<slash]), &made) }
        if try Disk.keep(contents.folder + "/" + old, as: place.staging + "/" + new) {
            try world.atStep(.pastFileStaged(new))
        }
    }

    private func makeFolder(_ folder: String, _ made: inout Set<String>) throws(PublishError) {
        guard !made.contains(folder) else { return }
        for folder in SitePaths.folders(above: folder) + [folder]
        where made.insert(folder).inserted {
            try Disk.makeFolder(place.staging + "/" + folder)
        }
    }
}
