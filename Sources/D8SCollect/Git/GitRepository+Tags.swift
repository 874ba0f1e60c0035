extension GitRepository {
    /// All tags, in order of their names' bytes, each followed to what it points to; and what `git`
    /// warned of, such as a tag whose file is broken.
    func tags() throws(CollectError) -> (tags: [GitTag], warnings: [String]) {
        let format = [
            "objectname", "objecttype", "*objectname", "*objecttype", "taggerdate:unix",
            "creatordate:unix",
        ]
        .map { "%(\($0))" }.joined(separator: "%00")
        let command = ["for-each-ref", "--format=%(refname)%00\(format)", "refs/tags"]
        var tags: [GitTag] = []
        var nested: [(position: Int, object: ObjectID)] = []
        let warnings = try run(command, separator: UInt8(ascii: "\n")) { record in
            let fields = record.split(separator: 0, omittingEmptySubsequences: false)
            guard fields.count == 7, let object = ObjectID(hex: fields[1]) else {
                throw unexpected(command, "a tag without its object")
            }
            let tag = GitTag(fields: fields)
            if tag.target == "tag" { nested.append((tags.count, object)) }
            tags.append(tag)
        }
        let ends = try resolve(nested.map { "\($0.object.hex)^{}" })
        for (tag, end) in zip(nested, ends) {
            tags[tag.position].target = end?.kind ?? "missing object"
            tags[tag.position].commit = end?.kind == "commit" ? end?.object : nil
        }
        return (tags, warnings)
    }

    /// The object that each name means; nil where there is none.
    ///
    /// The names are in `git`'s grammar, for example `HEAD^{commit}`; none holds a newline.
    func resolve(_ names: [String]) throws(CollectError) -> [(object: ObjectID, kind: String)?] {
        guard !names.isEmpty else { return [] }
        let command = ["cat-file", "--batch-check=%(objectname) %(objecttype)"]
        var found: [(object: ObjectID, kind: String)?] = []
        let input = names.joined(separator: "\n") + "\n"
        try run(command, input: input, separator: UInt8(ascii: "\n")) { record in
            let words = record.split(separator: UInt8(ascii: " "))
            guard words.count == 2, let object = ObjectID(hex: words[0]) else {
                found.append(nil)
                return
            }
            let kind = String(decoding: words[1], as: UTF8.self)
            found.append(kind == "missing" ? nil : (object, kind))
        }
        guard found.count == names.count else {
            throw unexpected(command, "\(found.count) answers to \(names.count) questions")
        }
        return found
    }
}

extension GitTag {
    /// From name, object, its kind, the object it points to, that one's kind, the tagger's time, and
    /// the tagger's or committer's.
    fileprivate init(fields: [ArraySlice<UInt8>]) {
        let isAnnotated = fields[2].elementsEqual("tag".utf8)
        let target = String(decoding: fields[isAnnotated ? 4 : 2], as: UTF8.self)
        self.init(
            name: String(decoding: fields[0].dropFirst("refs/tags/".utf8.count), as: UTF8.self),
            commit: target == "commit" ? ObjectID(hex: fields[isAnnotated ? 3 : 1]) : nil,
            target: target,
            tagged: Int64(String(decoding: fields[5], as: UTF8.self)),
            created: Int64(String(decoding: fields[6], as: UTF8.self))
        )
    }
}
