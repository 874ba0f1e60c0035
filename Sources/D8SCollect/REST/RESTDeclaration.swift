import D8SModel

/// How an API is read: what is asked, and what its answers mean.
package struct RESTDeclaration: Hashable, Sendable {
    /// For people.
    package var title: String
    /// The name of a source of this kind, unless the configuration names it.
    package var name: RESTTemplate
    package var parameters: [Parameter]
    /// The beginning of every address: `https://api.example.org/v2`.
    package var base: RESTTemplate
    package var headers: [Header]
    package var requests: [RESTRequest]

    package struct Parameter: Hashable, Sendable {
        package var name: String
        /// Nil if the configuration has to give it; may hold parameters declared before it.
        package var value: RESTTemplate?
        /// For people.
        package var description: String

        package init(name: String, value: RESTTemplate?, description: String) {
            self.name = name
            self.value = value
            self.description = description
        }
    }

    package struct Header: Hashable, Sendable {
        package var name: String
        package var value: RESTTemplate

        package init(_ name: String, _ value: RESTTemplate) {
            self.name = name
            self.value = value
        }
    }

    package init(
        title: String,
        name: RESTTemplate,
        parameters: [Parameter],
        base: RESTTemplate,
        headers: [Header],
        requests: [RESTRequest]
    ) {
        self.title = title
        self.name = name
        self.parameters = parameters
        self.base = base
        self.headers = headers
        self.requests = requests
    }

    /// All parameters with the given values in place of their defaults.
    package func values(_ given: [String: String]) -> [String: String] {
        var all = RESTValues.parametersOnly([:])
        for parameter in parameters {
            all.parameters[parameter.name] =
                given[parameter.name] ?? parameter.value.map { all.text($0) } ?? ""
        }
        return all.parameters
    }

    /// The text of a template that holds parameters only.
    package func text(_ template: RESTTemplate, _ parameters: [String: String]) -> String {
        RESTValues.parametersOnly(parameters).text(template)
    }
}

extension RESTValues {
    static func parametersOnly(_ parameters: [String: String]) -> RESTValues {
        let origin = Instant(milliseconds: 0)
        return RESTValues(parameters: parameters, since: origin, until: origin, now: origin)
    }
}
