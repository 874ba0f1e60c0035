import D8SCollect
import Foundation
import Glibc

/// A PostgreSQL server of the tests' own on a loopback port, in a temporary folder; stopped when
/// this process ends, however it ends.
struct PostgresServer: Sendable {
    static let password = "s3cret of 'the' tests"
    /// Nil where none can be started.
    static let shared = PostgresServer()

    let folder: String
    let port: Int
    private let input = Pipe()

    private static let script = #"""
        set -e
        cd "$1"; port=$2; bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1); as=
        if [ "$(id -u)" = 0 ]; then chown postgres .; as="runuser -u postgres --"; fi
        {
            for name in ca other; do
                openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
                    -keyout $name.key -out $name.pem -subj "/CN=$name"
            done
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
                -keyout server.key -out server.csr -subj /CN=localhost
            printf 'subjectAltName=DNS:localhost,IP:127.0.0.1' > names
            openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
                -extfile names -out server.pem
            chmod 600 server.key
            [ -z "$as" ] || chown postgres server.key server.pem
            $as "$bin/initdb" -D data -A scram-sha-256 --pwfile=password -U d8s -E UTF8 --locale=C \
                --no-sync
        } >log 2>&1 </dev/null
        $as "$bin/postgres" -D data -p $port -c listen_addresses=127.0.0.1 \
            -c unix_socket_directories="$1" -c fsync=off -c ssl=on -c max_connections=20 \
            -c ssl_cert_file="$1/server.pem" -c ssl_key_file="$1/server.key" >>log 2>&1 </dev/null &
        server=$!
        trap 'kill -QUIT $(head -n 1 data/postmaster.pid); wait $server; cd /; rm -rf "$1"' EXIT
        for attempt in $(seq 40); do
            sleep 0.25
            if "$bin/pg_isready" -q -h 127.0.0.1 -p $port; then echo ready; break; fi
        done
        cat >/dev/null || true
        """#

    private init?() {
        folder = FileManager.default.temporaryDirectory.path + "/d8s-pg-\(UUID().uuidString)"
        port = Self.freePort()
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
            try Self.password.write(
                toFile: folder + "/password",
                atomically: false,
                encoding: .utf8
            )
            guard try start() else { return nil }
        } catch {
            return nil
        }
    }

    /// The end of our pipe to the script is its sign to stop the server, and ends with us.
    private func start() throws -> Bool {
        let process = Process(), output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", Self.script, "sh", folder, String(port)]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let answer = output.fileHandleForReading.availableData
        return String(decoding: answer, as: UTF8.self).hasPrefix("ready")
    }

    func access(host: String = "127.0.0.1") -> PostgresAccess {
        PostgresAccess(
            host: host,
            port: port,
            database: "postgres",
            user: "d8s",
            password: .file(folder + "/password")
        )
    }

    /// Runs statements by psql.
    func run(_ sql: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "PGPASSWORD=\(Self.password)", "psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1",
            "-p", String(port), "-U", "d8s", "-d", "postgres", "-c", sql,
        ]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }

    /// A port of the loopback interface that nobody has.
    static func freePort() -> Int {
        let (descriptor, port) = listen()
        close(descriptor)
        return port
    }

    /// A socket that accepts connections and never says anything.
    static func listen() -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(descriptor, $0, length)
                _ = Glibc.listen(descriptor, 8)
                _ = getsockname(descriptor, $0, &length)
            }
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }
}
