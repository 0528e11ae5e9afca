package org.finplan.benchmarks.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the statements of a request, as the server logs them. */
final class Statements {

    private static final Pattern EXECUTED =
            Pattern.compile("LOG: +execute [^:]*: (.*?)(?=\\n\\d{4}-|\\z)", Pattern.DOTALL);
    private static final String MARK = "benchmark mark ";
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOOKS = 200;

    private final Connection superuser;
    private final Path log;

    Statements(Connection superuser, Path log) {
        this.superuser = superuser;
        this.log = log;
    }

    /**
     * The statements that the server executed meanwhile.
     *
     * @param request what is observed
     * @return the texts in order, those of others at the same time among them
     */
    List<String> during(Callable<?> request) throws Exception {
        execute("ALTER SYSTEM SET log_statement = 'all'");
        execute("SELECT pg_reload_conf()");
        try {
            awaitMark("on");
            request.call();
            String logged = awaitMark("off");
            List<String> statements = new ArrayList<>();
            Matcher matcher = EXECUTED.matcher(logged);
            while (matcher.find()) {
                statements.add(matcher.group(1).strip());
            }
            return statements;
        } finally {
            execute("ALTER SYSTEM RESET log_statement");
            execute("SELECT pg_reload_conf()");
        }
    }

    /** Sends statements that mark a place until one of them is logged; returns what stands before it, after the last. */
    private String awaitMark(String name) throws IOException, SQLException {
        String mark = MARK + name + " " + System.nanoTime();
        for (int look = 0; look < LOOKS; look++) {
            execute("SELECT '" + mark + "'");
            LockSupport.parkNanos(PAUSE.toNanos());
            String text = Files.readString(log);
            int at = text.indexOf(mark);
            if (at >= 0) {
                return text.substring(text.lastIndexOf(MARK + "on", at), at);
            }
        }
        throw new IllegalStateException("the server does not log");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
