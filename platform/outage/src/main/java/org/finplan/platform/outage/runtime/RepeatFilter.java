package org.finplan.platform.outage.runtime;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;

/**
 * Lets a message of one logger through twenty times a minute and counts the rest, so that no loop of any library can fill
 * the disk that the database writes to. Lines of the access log, one for each request, all pass.
 */
@LoggingFilter(name = "repeats")
public final class RepeatFilter implements Filter {

    private static final Logger LOG = Logger.getLogger(RepeatFilter.class);
    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int MOST_IN_WINDOW = 20;
    private static final int MOST_MESSAGES = 2_000;
    private static final String ACCESS = "org.finplan.access";

    private final LongSupplier nanos;
    private final Map<Message, Window> windows = new ConcurrentHashMap<>();

    /** A filter that has seen nothing. */
    public RepeatFilter() {
        this(System::nanoTime);
    }

    RepeatFilter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Message(String logger, String pattern) {}

    private record Window(long begin, AtomicInteger seen) {}

    @Override
    public boolean isLoggable(LogRecord record) {
        String logger = String.valueOf(record.getLoggerName());
        if (logger.equals(ACCESS) || logger.equals(RepeatFilter.class.getName())) {
            return true;
        }
        long now = nanos.getAsLong();
        if (windows.size() >= MOST_MESSAGES) {
            windows.clear();
        }
        Message message = new Message(logger, String.valueOf(record.getMessage()));
        Window window = windows.computeIfAbsent(message, first -> new Window(now, new AtomicInteger()));
        if (now - window.begin() >= WINDOW_NANOS) {
            Window fresh = new Window(now, new AtomicInteger());
            if (windows.replace(message, window, fresh)) {
                tell(logger, window.seen().get() - MOST_IN_WINDOW);
            }
            window = windows.getOrDefault(message, fresh);
        }
        return window.seen().incrementAndGet() <= MOST_IN_WINDOW;
    }

    private static void tell(String logger, int suppressed) {
        if (suppressed > 0) {
            LOG.warnf("%d more lines of %s like the next one were left out", suppressed, logger);
        }
    }
}
