/// What a reader of Kubernetes objects meets.
enum FoundObject {
    /// A list begins, whose elements follow.
    case list(kind: String, metadata: JSONValue)
    case object(KubernetesObject)
    /// Something that is no Kubernetes object.
    case fault(JSONFault)
}
