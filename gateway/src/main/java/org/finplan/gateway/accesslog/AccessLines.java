package org.finplan.gateway.accesslog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Writes the lines of the access log, all that came in some milliseconds at once. The console handler makes the event loop
 * format and write each line, one system call a request; here the loop only leaves the line in a bounded queue. When the
 * output does not keep up, lines are lost, counted and reported: no request waits for the log. The general asynchronous
 * handler ({@code quarkus.log.console.async}) would write each line by a call of its own, and drops lines without a word
 * (ADR 19).
 */
final class AccessLines extends Handler {

    private static final int MOST_WAITING = 65_536;
    private static final int PIECE = 1 << 16;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());

    private final ArrayBlockingQueue<LogRecord> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final OutputStream output;
    private final boolean json;
    private final Thread writer;
    private volatile boolean open = true;

    /**
     * Begins to write.
     *
     * @param output where to
     * @param json whether each line is a JSON object with the members of the console's, or text for people
     */
    AccessLines(OutputStream output, boolean json) {
        this.output = output;
        this.json = json;
        this.writer = new Thread(this::write, "access-log");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void publish(LogRecord line) {
        if (!isLoggable(line)) {
            return;
        }
        if (!open || !waiting.offer(line)) {
            lost.incrementAndGet();
        }
    }

    /** {@return lines that were lost since the start} */
    double lost() {
        return lost.get();
    }

    @Override
    public void flush() {
        LockSupport.unpark(writer);
    }

    /** Writes what waits and ends. */
    @Override
    public void close() {
        open = false;
        LockSupport.unpark(writer);
        try {
            writer.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        StringBuilder text = new StringBuilder(PIECE);
        boolean last;
        do {
            // Read before the queue: what was left in it while this handler was open is written.
            last = !open;
            for (LogRecord line = waiting.poll(); line != null; line = waiting.poll()) {
                append(text, line);
                if (text.length() >= PIECE) {
                    send(text);
                }
            }
            send(text);
            if (!last) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } while (!last);
    }

    private void send(StringBuilder text) {
        if (text.length() == 0) {
            return;
        }
        try {
            output.write(text.toString().getBytes(StandardCharsets.UTF_8));
            output.flush();
        } catch (IOException gone) {
            // Nobody reads the output any more, so there is nowhere to say it.
            lost.incrementAndGet();
        }
        text.setLength(0);
    }

    private void append(StringBuilder text, LogRecord line) {
        if (!json) {
            LOCAL_TIME.formatTo(line.getInstant(), text);
            text.append(' ').append(line.getLevel()).append("  [").append(line.getLoggerName());
            text.append("] ").append(line.getMessage()).append('\n');
            return;
        }
        Instant at = line.getInstant();
        text.append("{\"timestamp\":\"")
                .append(at)
                .append("\",\"loggerName\":\"")
                .append(line.getLoggerName());
        text.append("\",\"level\":\"").append(line.getLevel()).append("\",\"message\":\"");
        quote(text, line.getMessage());
        text.append("\"}\n");
    }

    private static void quote(StringBuilder text, String message) {
        int done = 0;
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                text.append(message, done, i);
                done = i + 1;
                if (c < ' ') {
                    text.append(String.format("\\u%04x", (int) c));
                } else {
                    text.append('\\').append(c);
                }
            }
        }
        text.append(message, done, message.length());
    }
}
