import D8STestSupport
import Foundation
import Testing

@testable import D8SCollect

/// Kubeconfig files as the Kubernetes documentation describes them ("Organizing cluster access").
struct KubeconfigTests {
    private static let secret = "s3cr3t-t0k3n"

    private static let file = """
        apiVersion: v1
        kind: Config
        current-context: dev
        clusters:
        - name: dev-cluster
          cluster:
            server: https://dev.example:6443/
            certificate-authority: pki/ca.crt
            tls-server-name: kubernetes
        - name: prod-cluster
          cluster:
            server: https://prod.example
            insecure-skip-tls-verify: true
            certificate-authority-data: \(base64("AUTHORITY"))
        contexts:
        - {name: dev, context: {cluster: dev-cluster, user: token}}
        - {name: prod, context: {cluster: prod-cluster, user: certificate, namespace: shop}}
        - {name: file, context: {cluster: dev-cluster, user: file}}
        - {name: password, context: {cluster: dev-cluster, user: password}}
        - {name: cloud, context: {cluster: dev-cluster, user: cloud}}
        - {name: old-cloud, context: {cluster: dev-cluster, user: old-cloud}}
        - {name: broken, context: {cluster: dev-cluster, user: broken}}
        - {name: lost, context: {cluster: nowhere, user: token}}
        users:
        - {name: token, user: {token: \(secret)}}
        - name: certificate
          user:
            client-certificate-data: \(base64("CERTIFICATE"))
            client-key-data: \(base64("KEY"))
        - {name: file, user: {tokenFile: /run/token, token: \(secret)}}
        - {name: password, user: {username: admin, password: \(secret)}}
        - {name: cloud, user: {exec: {command: aws, args: [eks, get-token]}}}
        - {name: old-cloud, user: {auth-provider: {name: gcp}}}
        - {name: broken, user: {client-certificate-data: "*", token: \(secret)}}
        """

    private static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
    }

    private func server(
        _ context: String?,
        text: String = file,
        access: HTTPAccess = HTTPAccess()
    ) throws -> (server: KubernetesServer, folder: ServerFolder) {
        let folder = try ServerFolder()
        let path = try folder.write(text, to: "config")
        return (try Kubeconfig(path: path, context: context).server(access), folder)
    }

    private func contents(_ path: String?) -> String? {
        path.flatMap { FileManager.default.contents(atPath: $0) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `the current context is used, with paths relative to the file`() throws {
        let (server, folder) = try server(nil)
        #expect(server.address == "https://dev.example:6443")
        #expect(server.access.authorities == "\(folder.path)/pki/ca.crt")
        #expect(server.access.serverName == "kubernetes")
        #expect(server.access.verifiesServer)
        guard case .bearer(let token) = server.access.authorization else {
            Issue.record("no bearer token")
            return
        }
        #expect(try token.value() == Self.secret)
        #expect(token.exposure == nil)
        #expect(!"\(server)".contains(Self.secret))
    }

    @Test func `data in the file is kept in memory only as long as it is needed`() throws {
        var found: (server: KubernetesServer, folder: ServerFolder)? = try server("prod")
        let access = try #require(found?.server.access)
        #expect(found?.server.address == "https://prod.example")
        #expect(!access.verifiesServer)
        #expect(contents(access.authorities) == "AUTHORITY")
        #expect(contents(access.certificate) == "CERTIFICATE")
        #expect(contents(access.key) == "KEY")
        #expect(access.key?.hasPrefix("/proc/self/fd/") == true)
        #expect(access.authorization == nil)
        found = nil
        #expect(contents(access.key) != "KEY")
    }

    @Test func `a token file goes before a token, and a password is a secret`() throws {
        #expect(try server("file").server.access.authorization == .bearer(.file("/run/token")))
        let kept = try server("password")
        guard case .basic("admin", let password) = kept.server.access.authorization else {
            Issue.record("no password")
            return
        }
        #expect(try password.value() == Self.secret)
    }

    @Test(arguments: [
        ("cloud", "signs in by `exec`"), ("old-cloud", "signs in by `auth-provider`"),
        ("nothing", "it has no context nothing"), ("lost", "it has no cluster nowhere"),
        ("broken", "`client-certificate-data` is no base64"),
    ])
    func `what cannot be done is said with the mend, and nothing secret`(
        context: String,
        part: String
    ) {
        let error = #expect(throws: CollectError.self) { try server(context) }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains(Self.secret) == false)
    }

    @Test(arguments: [
        "", "- a", "\(secret): [", "users: \(secret)", String(repeating: "[", count: 5000),
    ])
    func `a file that is no kubeconfig is not shown`(text: String) {
        let error = #expect(throws: CollectError.self) { try server(nil, text: text) }
        #expect(error?.description.contains(Self.secret) == false)
    }

    @Test func `who asks may be said beside the file`() throws {
        let access = HTTPAccess(authorization: .bearer(.environment("TOKEN")))
        let found = try server("cloud", access: access)
        #expect(found.server.access.authorization == .bearer(.environment("TOKEN")))
    }

    @Test func `outside of a cluster there is no service account`() {
        let error = #expect(throws: CollectError.self) {
            try InCluster(host: nil, port: nil).server(HTTPAccess())
        }
        #expect(error?.description.contains("Use `kubernetes: kubeconfig`") != nil)
        #expect(error?.description.contains("KUBERNETES_SERVICE_HOST is not set") == true)
    }

    @Test func `an IPv6 address of the server stands in brackets`() throws {
        let server = try InCluster(host: "fd00::1", port: "443").server(HTTPAccess())
        #expect(server.address == "https://[fd00::1]:443")
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
        ("Zm9vYmE=", "fooba"), ("Zm9v\nYmFy", "foobar"),
    ])
    func `base64 is read as the RFC has it`(text: String, expected: String) {
        #expect(Base64.decoded(text).map { String(decoding: $0, as: UTF8.self) } == expected)
    }

    @Test(arguments: ["Zg", "Zg=", "=", "Zm9v====", "Z g=", "Zg==Zg==", "Zm-v"])
    func `anything else is no base64`(text: String) {
        #expect(Base64.decoded(text) == nil)
    }
}
