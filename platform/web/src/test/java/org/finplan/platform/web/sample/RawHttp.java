package org.finplan.platform.web.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Says to the service what no well-behaved client would say. */
public final class RawHttp {

    private RawHttp() {}

    /** Sends a request of the city's officer and reads the problem that it must end in. */
    public static String exchange(String requestLine, String headers, String body) throws IOException {
        URI server = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        String request = requestLine + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + SampleDatabase.token("city-officer", "city-officer", List.of()) + "\r\n" + headers + "\r\n" + body;
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[4096];
            try {
                int read = 0;
                while (read >= 0 && answer.lastIndexOf("}") < 0) {
                    answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                    read = answer.lastIndexOf("]}") < 0 ? in.read(buffer) : -1;
                }
            } catch (SocketTimeoutException e) {
                answer.append("… and then nothing came");
            }
            return answer.toString();
        }
    }
}
