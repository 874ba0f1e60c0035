/// nginx with a configuration of a test's own, on a free port of 127.0.0.1.
package final class NginxServer: Sendable {
    package let port: Int
    package let folder: ServerFolder
    private let server: TestServer

    /// Starts it with these directives inside `server { … }`, beside `listen`.
    ///
    /// Files are looked up in `folder`, documents in its folder `www`. One that speaks TLS needs
    /// `TestCertificates.directives` among the others.
    package init(_ directives: String, isSecure: Bool = false, in folder: ServerFolder) throws {
        port = FreePort.find()
        self.folder = folder
        try folder.write(
            """
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log stderr;
            events {}
            http {
              access_log access.log;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              types { application/json json; text/plain txt; }
              server {
                listen 127.0.0.1:\(port)\(isSecure ? " ssl" : "");
                root www;
                \(directives)
              }
            }
            """,
            to: "nginx.conf"
        )
        let command = ["nginx", "-p", folder.path, "-c", "nginx.conf", "-e", "stderr"]
        server = try TestServer(command, port: port, in: folder)
    }

    /// `http://127.0.0.1:PORT`; for TLS write `https` and the name that the certificate carries.
    package var address: String { "http://127.0.0.1:\(port)" }
}
