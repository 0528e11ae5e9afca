package org.finplan.systemtests.negative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Sends a wrong request, and says how to send it again by hand. */
final class Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;

    Sender(URI gateway) {
        this.gateway = gateway;
    }

    HttpResponse<String> send(Case one, String token) throws IOException, InterruptedException {
        Draft draft = one.draft();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + draft.uri())).timeout(PATIENCE);
        draft.headers().forEach(request::header);
        request.header("Authorization", "Bearer " + token);
        request.method(
                draft.operation().method(),
                draft.body() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(draft.bytes()));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * A command line that sends the request again. A body goes into a file, since no shell quotes every octet.
     *
     * @param one the request
     * @param directory for the body
     * @return the line
     */
    String curl(Case one, Path directory) {
        Draft draft = one.draft();
        StringBuilder line =
                new StringBuilder("curl -si -X " + draft.operation().method());
        line.append(" -H \"Authorization: Bearer $(./finplan token ")
                .append(one.caller())
                .append(")\"");
        draft.headers().forEach((name, value) -> line.append(" -H ").append(quoted(name + ": " + value)));
        if (draft.body() != null) {
            Path file = directory.resolve(one.caller() + "-" + one.number() + ".body");
            try {
                Files.write(Files.createDirectories(directory).resolve(file.getFileName()), draft.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            line.append(" --data-binary @").append(file);
        }
        return line.append(" --path-as-is ")
                .append(quoted(gateway + draft.uri()))
                .toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static String shortened(HttpResponse<String> answer) {
        String body = answer.body();
        return answer.statusCode() + " "
                + (body.getBytes(StandardCharsets.UTF_8).length > 600 ? body.substring(0, 600) + "…" : body);
    }
}
