import D8SCollect
import Yams

extension RESTDeclarationReader {
    func requests(_ reader: inout MappingReader) -> [RESTRequest] {
        guard let node = reader.node("requests") else { return [] }
        guard let entries = node.sequence, !entries.isEmpty else {
            reader.note(node, "`requests` has to be a list with at least one request")
            return []
        }
        var names: Set<String> = []
        return entries.compactMap { entry in
            var request = MappingReader(entry, file: file, title: "a request")
            let result = self.request(&request)
            reader.absorb(request.finish())
            if let result, !names.insert(result.name).inserted {
                reader.note(entry, "a second request is called `\(result.name)`; rename one")
            }
            return result
        }
    }

    private func request(_ reader: inout MappingReader) -> RESTRequest? {
        let name = reader.string("name")
        let isOptional = reader.flag("optional") ?? false
        let call = call(&reader, pageLimit: RESTCall.pageLimit, hasRow: false)
        let progress = progress(&reader)
        let each = each(&reader)
        let filters = filters(&reader)
        let mappings = RESTRecordKind.allCases.flatMap { self.mappings(&reader, $0) }
        if mappings.isEmpty {
            let kinds = RESTRecordKind.allCases.map { "`\($0.rawValue)`" }
            reader.noteMissing("a request needs one of \(kinds.joined(separator: ", "))")
        }
        guard let name, let call else {
            reader.noteMissing("a request needs `name` and `path`")
            return nil
        }
        return RESTRequest(
            name: name,
            isOptional: isOptional,
            call: call,
            progress: progress,
            filters: filters,
            each: each,
            mappings: mappings
        )
    }

    private func each(_ reader: inout MappingReader) -> RESTRequest.Each? {
        guard let node = reader.node("each") else { return nil }
        var inner = MappingReader(node, file: file, title: "`each`")
        let member = inner.string("as")
        let call = call(&inner, pageLimit: 20, hasRow: true)
        if member == nil || call == nil { inner.noteMissing("`each` needs `as` and `path`") }
        reader.absorb(inner.finish())
        return member.flatMap { member in call.map { .init(member: member, call: $0) } }
    }

    private func call(
        _ reader: inout MappingReader,
        pageLimit: Int,
        hasRow: Bool
    ) -> RESTCall? {
        let path = reader.node("path").flatMap { callTemplate(&reader, $0, "path", hasRow) }
        let query = query(&reader, hasRow)
        let body = reader.node("body").flatMap { self.body(&reader, $0) }
        let method = reader.choice("method", RESTCall.Method.self)
        let paging = paging(&reader)
        let pages = reader.value("pages", form: "a whole number from 1 to 100000") {
            Int($0).flatMap { (1...100_000).contains($0) ? $0 : nil }
        }
        let rows = self.path(&reader, "rows")
        guard let path else { return nil }
        return RESTCall(
            method: method ?? (body == nil ? .get : .post),
            path: path,
            query: query,
            body: body,
            paging: paging,
            pageLimit: pages ?? pageLimit,
            rows: rows
        )
    }

    private func callTemplate(
        _ reader: inout MappingReader,
        _ node: Node,
        _ key: String,
        _ hasRow: Bool
    ) -> RESTTemplate? {
        let result = template(&reader, node, key)
        if !hasRow, result?.readsRow == true {
            reader.note(node, "`\(key)` has no row yet: only `each` asks about rows")
        }
        return result
    }

    private func query(_ reader: inout MappingReader, _ hasRow: Bool) -> [RESTCall.Parameter] {
        guard let node = reader.node("query") else { return [] }
        var table = MappingReader(node, file: file, title: "`query`")
        var result: [RESTCall.Parameter] = []
        for name in table.keys {
            guard let node = table.node(name) else { continue }
            for value in node.sequence.map(Array.init) ?? [node] {
                guard let text = callTemplate(&table, value, name, hasRow),
                    let name = template(
                        &table,
                        Node.scalar(.init(name, .implicit, .any, node.mark)),
                        name
                    )
                else { continue }
                result.append(.init(name, text))
            }
        }
        reader.absorb(table.problems)
        return result
    }

    private func body(_ reader: inout MappingReader, _ node: Node) -> RESTBody? {
        if let members = node.mapping {
            return .map(
                members.compactMap { key, value in
                    let value = body(&reader, value)
                    return key.string.flatMap { name in value.map { .init(name, $0) } }
                }
            )
        }
        if let elements = node.sequence { return .list(elements.compactMap { body(&reader, $0) }) }
        if let scalar = node.scalar, scalar.style == .plain, Self.isLiteral(scalar.string) {
            return .literal(scalar.string)
        }
        return template(&reader, node, "body").map { .text($0) }
    }

    private static func isLiteral(_ text: String) -> Bool {
        if ["true", "false", "null"].contains(text) { return true }
        guard let value = try? JSONValue(parsing: Array(text.utf8)) else { return false }
        if case .number = value { return true }
        return false
    }

    private func paging(_ reader: inout MappingReader) -> RESTPaging {
        guard let node = reader.node("paging") else { return .none }
        var inner = MappingReader(node, file: file, title: "`paging`")
        var found: [RESTPaging] = []
        if let relation = inner.string("link") { found.append(.link(relation: relation)) }
        if let path = path(&inner, "next") { found.append(.address(path)) }
        let into = inner.string("into")
        if let path = path(&inner, "cursor") { found.append(.cursor(path, parameter: into)) }
        let size = size(&inner)
        let first = inner.value("first", form: "a whole number") { Int($0) } ?? 1
        if let name = inner.string("page") {
            found.append(.page(parameter: name, first: first, size: size))
        }
        let more = path(&inner, "more")
        if let name = inner.string("offset") {
            found.append(.offset(parameter: name, size: size, more: more))
        }
        if found.count != 1 {
            inner.noteMissing("`paging` is one of `link`, `next`, `cursor`, `page`, `offset`")
        }
        reader.absorb(inner.finish())
        return found.first ?? .none
    }

    private func size(_ reader: inout MappingReader) -> RESTPaging.Size? {
        let name = reader.string("size")
        let rows = reader.value("rows", form: "a whole number from 1 to 100000") {
            Int($0).flatMap { (1...100_000).contains($0) ? $0 : nil }
        }
        if (name == nil) != (rows == nil) {
            reader.noteMissing("`paging` needs both `size` (the parameter) and `rows`, or neither")
        }
        return name.flatMap { name in rows.map { .init(parameter: name, rows: $0) } }
    }

    private func progress(_ reader: inout MappingReader) -> RESTProgress? {
        guard let node = reader.node("since") else { return nil }
        var inner = MappingReader(node, file: file, title: "`since`")
        let time = inner.node("time").flatMap { field(&inner, $0, "time", words: nil) }
        let order = inner.choice("order", RESTProgress.Order.self)
        let overlap = inner.duration("overlap")
        let window = inner.duration("window")
        if let window, window < 60 { inner.noteMissing("`window` has to be at least 1m") }
        if time == nil { inner.noteMissing("`since` needs `time`, the path to a row's time") }
        reader.absorb(inner.finish())
        return time.map {
            RESTProgress(
                time: $0,
                order: order ?? .none,
                overlap: overlap ?? 3600,
                window: window.map { max(60, $0) }
            )
        }
    }
}
