package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx in its two parts here: as the backend, and as the plain reverse proxy that the others are measured against. */
final class Nginx {

    /** Size of the small answer. */
    static final int SMALL_BYTES = 1024;

    private static final String EVERYTHING = """
            worker_processes %d;
            daemon off;
            pid %s/nginx-%s.pid;
            error_log stderr error;
            events { worker_connections 4096; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              keepalive_timeout 600;
              client_body_temp_path %2$s/nginx-%3$s-body;
              proxy_temp_path %2$s/nginx-%3$s-proxy;
              fastcgi_temp_path %2$s/nginx-%3$s-fastcgi;
              uwsgi_temp_path %2$s/nginx-%3$s-uwsgi;
              scgi_temp_path %2$s/nginx-%3$s-scgi;
              client_max_body_size 0;
            %4$s}
            """;

    private Nginx() {}

    /** Answers everything with 1 KB out of its configuration, and {@code …/large} with a file. */
    static List<String> backend(Path directory, int port, Path largeFile) throws IOException {
        String server = """
                  server {
                    listen 127.0.0.1:%d backlog=1024;
                    default_type application/json;
                    location / { return 200 "%s"; }
                    location = %s { alias %s; }
                  }
                """.formatted(port, "x".repeat(SMALL_BYTES), Site.DOWNLOAD, largeFile);
        return command(directory, "backend", 1, server);
    }

    /** Passes everything on: kept connections, streamed bodies, no checks and no log. */
    static List<String> proxy(Path directory, int port, int backend, int sink, int workers) throws IOException {
        String server = """
                  upstream indicators { server 127.0.0.1:%d; keepalive 64; keepalive_requests 1000000000; }
                  upstream tasks { server 127.0.0.1:%d; keepalive 64; keepalive_requests 1000000000; }
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_request_buffering off;
                  proxy_max_temp_file_size 0;
                  server {
                    listen 127.0.0.1:%d backlog=1024;
                    location / { proxy_pass http://indicators; }
                    location /api/v1/tasks { proxy_pass http://tasks; }
                  }
                """.formatted(backend, sink, port);
        return command(directory, "proxy", workers, server);
    }

    private static List<String> command(Path directory, String name, int workers, String server) throws IOException {
        Path file = directory.resolve("nginx-" + name + ".conf");
        Files.writeString(file, EVERYTHING.formatted(workers, directory, name, server));
        return List.of("nginx", "-p", directory.toString(), "-e", "stderr", "-c", file.toString());
    }
}
