import D8SCollect
import Yams

/// `- rest: DECLARATION`.
enum RESTSourceKind: SourceKind {
    static let key = "rest"
    static let usage = "rest: DECLARATION"
    static let example = """
        # JSON APIs: alertmanager, github, gitlab, pagerduty, postgrest (Supabase too), or the path of
        # a declaration of your own; templates/sources/github.yaml says how one is written:
        #   - rest: github
        #     with: {owner: acme, repository: checkout}   # what the declaration asks for
        #     requests: [deployments]    # only some of what it can read
        #     since: 90d                 # how far back the first time
        #     pages: 1000                # the most pages of each list
        #     max_wait: 2m               # how long to wait for a rate limit at once
        #     every: 1d
        """

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let declaration = declaration(&reader, in: place.folder)
        let parameters = parameters(&reader, of: declaration)
        let requests = requests(&reader, of: declaration)
        let name = reader.string("name"), every = reader.duration("every") ?? 86_400
        let since = reader.duration("since") ?? RESTSource.reach
        let wait = reader.duration("max_wait") ?? RESTSource.longestWait
        let pages = reader.value("pages", form: "a whole number from 1 to 100000") {
            Int($0).flatMap { (1...100_000).contains($0) ? $0 : nil }
        }
        let access = reader.access(in: place.folder)
        guard let declaration, let parameters else { return [] }
        let source = RESTSource(
            declaration: declaration,
            parameters: parameters,
            transport: HTTPClientTransport.shared,
            requests: requests,
            access: access,
            reach: since,
            longestWait: wait,
            pageLimit: pages
        )
        let ownName = declaration.text(declaration.name, parameters)
        return [SourceConfiguration(name: name ?? ownName, interval: every, collector: source)]
    }

    private static func declaration(
        _ reader: inout MappingReader,
        in folder: String
    ) -> RESTDeclaration? {
        guard let node = reader.node("rest"), let name = node.string else {
            reader.noteMissing("`rest` has to be the name or the path of a declaration")
            return nil
        }
        do throws(CommandError) {
            if let declaration = try RESTDeclarations.named(name, in: folder) { return declaration }
            let names = RESTDeclarations.names
            let nearest = NearestName.of(name, among: names).map { "did you mean `\($0)`?" }
            let mend = nearest ?? "there are \(names.joined(separator: ", ")); or give a .yaml file"
            reader.note(node, "there is no declaration `\(name)`; \(mend)")
        } catch .configuration(let problems) {
            reader.absorb(problems)
        } catch {
            reader.note(node, "\(error)")
        }
        return nil
    }

    /// The parameters' values; nil if one is missing.
    private static func parameters(
        _ reader: inout MappingReader,
        of declaration: RESTDeclaration?
    ) -> [String: String]? {
        let node = reader.node("with")
        guard let declaration else { return nil }
        var given: [String: String] = [:]
        if let node {
            var table = reader.nestedReader(node, title: "`with`")
            for parameter in declaration.parameters {
                guard let node = table.node(parameter.name) else { continue }
                given[parameter.name] = node.string
                if node.string == nil { table.note(node, "`\(parameter.name)` has to be a text") }
            }
            reader.absorb(table.finish())
        }
        let missing = declaration.parameters.filter {
            $0.value == nil && (given[$0.name] ?? "").isEmpty
        }
        for parameter in missing {
            reader.noteMissing(
                "`with` needs `\(parameter.name)`: \(parameter.description)"
            )
        }
        return missing.isEmpty ? declaration.values(given) : nil
    }

    private static func requests(
        _ reader: inout MappingReader,
        of declaration: RESTDeclaration?
    ) -> [String]? {
        guard let chosen = reader.strings("requests"), let declaration else { return nil }
        let known = declaration.requests.map(\.name)
        for name in chosen where !known.contains(name) {
            let nearest = NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
            let mend = nearest ?? "there are \(known.joined(separator: ", "))"
            reader.noteMissing("the declaration has no request `\(name)`; \(mend)")
        }
        return chosen
    }
}
