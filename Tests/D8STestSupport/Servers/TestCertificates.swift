/// An authority of a test's own, a server's certificate and a client's, made by openssl.
package struct TestCertificates: Sendable {
    /// PEM files.
    package let authority: String
    package let server: String
    package let serverKey: String
    package let client: String
    package let clientKey: String
    private let folder: ServerFolder

    /// Makes them in this folder: for this name, and for this IP address unless it is nil.
    package init(
        name: String = "localhost",
        address: String? = "127.0.0.1",
        in folder: ServerFolder
    ) throws {
        let path = folder.path
        self.folder = folder
        (authority, server, serverKey) = (
            "\(path)/ca.pem", "\(path)/server.pem", "\(path)/server.key"
        )
        (client, clientKey) = ("\(path)/client.pem", "\(path)/client.key")
        try folder.write(
            "subjectAltName=DNS:\(name)" + (address.map { ",IP:\($0)" } ?? ""),
            to: "server.ext"
        )
        try folder.write("extendedKeyUsage=clientAuth", to: "client.ext")
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
        let sign = "openssl x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial -days 2"
        try folder.write(
            """
            set -e
            openssl req -x509 \(key) -keyout ca.key -out ca.pem -days 2 -subj /CN=d8s-test-authority
            openssl req \(key) -keyout server.key -out server.csr -subj /CN=\(name)
            openssl req \(key) -keyout client.key -out client.csr -subj /CN=d8s-test-client
            \(sign) -in server.csr -out server.pem -extfile server.ext
            \(sign) -in client.csr -out client.pem -extfile client.ext
            """,
            to: "certificates.sh"
        )
        try folder.run(["sh", "certificates.sh"])
    }

    /// For a server that speaks TLS.
    package var directives: String {
        "ssl_certificate \(server); ssl_certificate_key \(serverKey);"
    }

    /// For a server that wants the client's certificate as well.
    package var mutualDirectives: String {
        directives + " ssl_client_certificate \(authority); ssl_verify_client on;"
    }
}
