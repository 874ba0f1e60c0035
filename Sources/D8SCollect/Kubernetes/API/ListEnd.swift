/// How the reading of a list ended.
enum ListEnd: Equatable {
    /// All of it was read, as it was at this version; nil if the server names none.
    case complete(resourceVersion: UInt64?)
    /// 403: whoever asks may not; `message` is what the server said.
    case forbidden(message: String)
    /// 404: the server has no such API.
    case missing
}
