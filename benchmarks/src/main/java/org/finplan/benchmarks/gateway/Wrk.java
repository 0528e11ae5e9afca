package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk: as many requests as are answered, on 64 connections that are kept. */
final class Wrk {

    /** Connections that it keeps. */
    static final int CONNECTIONS = 64;

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern BAD = Pattern.compile("(?m)^\\s*(Non-2xx.*|Socket errors.*)$");

    private final List<String> prefix;
    private final String token;

    Wrk(List<String> prefix, String token) {
        this.prefix = prefix;
        this.token = token;
    }

    /**
     * Loads a server whose code is not compiled yet. A server that is still slow may refuse some requests.
     *
     * @param port of the server
     * @param seconds how long
     * @return requests that were answered
     */
    long warmUp(int port, int seconds) throws IOException, InterruptedException {
        return run(port, seconds, false);
    }

    /**
     * Loads a server.
     *
     * @param port of the server
     * @param seconds how long
     * @return requests that were answered with 200
     * @throws IllegalStateException when any answer was something else
     */
    long run(int port, int seconds) throws IOException, InterruptedException {
        return run(port, seconds, true);
    }

    private long run(int port, int seconds, boolean strict) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                "wrk",
                "--threads=1",
                "--connections=" + CONNECTIONS,
                "--duration=" + seconds + "s",
                "--timeout=10s",
                "--header=Authorization: Bearer " + token,
                "http://127.0.0.1:" + port + Site.SMALL));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        Matcher requests = REQUESTS.matcher(output);
        Matcher bad = BAD.matcher(output);
        if (code != 0 || !requests.find() || (strict && bad.find())) {
            throw new IllegalStateException("wrk on port " + port + " ended with " + code + ":\n" + output);
        }
        return Long.parseLong(requests.group(1));
    }
}
