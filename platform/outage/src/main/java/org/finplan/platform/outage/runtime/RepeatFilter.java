package org.finplan.platform.outage.runtime;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Lets a message of one logger through twenty times a minute, and three hundred lines of one logger whatever they say, and
 * counts the rest, so that no loop of any library can fill the disk that the database writes to. Messages that differ in
 * numbers alone are the same one: some libraries put them in before they log. Lines of the access log, one for each request,
 * all pass.
 */
@LoggingFilter(name = "repeats")
public final class RepeatFilter implements Filter {

    private static final Logger LOG = Logger.getLogger(RepeatFilter.class);
    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int MOST_OF_A_MESSAGE = 20;
    private static final int MOST_OF_A_LOGGER = 300;
    private static final int MOST_MESSAGES = 2_000;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String ANY = "";
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
        if (windows.size() >= MOST_MESSAGES) {
            windows.clear();
        }
        String pattern = NUMBER.matcher(String.valueOf(record.getMessage())).replaceAll("#");
        return isWithin(new Message(logger, pattern), MOST_OF_A_MESSAGE)
                && isWithin(new Message(logger, ANY), MOST_OF_A_LOGGER);
    }

    private boolean isWithin(Message message, int most) {
        long now = nanos.getAsLong();
        Window window = windows.computeIfAbsent(message, first -> new Window(now, new AtomicInteger()));
        if (now - window.begin() >= WINDOW_NANOS) {
            Window fresh = new Window(now, new AtomicInteger());
            if (windows.replace(message, window, fresh)) {
                tell(message.logger(), window.seen().get() - most);
            }
            window = windows.getOrDefault(message, fresh);
        }
        return window.seen().incrementAndGet() <= most;
    }

    private static void tell(String logger, int suppressed) {
        if (suppressed > 0) {
            LOG.warnf("%d more lines of %s like the next one were left out", suppressed, logger);
        }
    }
}
