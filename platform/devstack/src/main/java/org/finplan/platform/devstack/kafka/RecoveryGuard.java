package org.finplan.platform.devstack.kafka;

import java.util.function.Consumer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/**
 * Ends the broker before it throws a log away. At every start Kafka reads the metadata log again from its first record,
 * and after a crash the logs of the topics too, and writes a small file of producer states beside each. When that file
 * cannot be written, because the disk is full, Kafka 4.1 takes the log itself for corrupt and cuts it to nothing
 * ({@code LogLoader.recoverLog} treats every {@code IOException} so): the metadata are empty, all topics forgotten, their
 * logs set aside as strays. With replicas elsewhere that heals; a single node has none. Kafka logs what it is about to do,
 * in the thread that does it, and offers no other place to step in.
 */
final class RecoveryGuard extends AbstractAppender {

    private static final String ABOUT_TO_CUT = "Found invalid offset during recovery. Deleting the corrupt segment";

    private final Consumer<String> end;

    private RecoveryGuard(Consumer<String> end) {
        super("recovery-guard", null, null, false, Property.EMPTY_ARRAY);
        this.end = end;
    }

    /**
     * Sets it up, before Kafka's server is made.
     *
     * @param end told the reason; must not return
     */
    static void install(Consumer<String> end) {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        RecoveryGuard guard = new RecoveryGuard(end);
        guard.start();
        context.getConfiguration().getRootLogger().addAppender(guard, Level.WARN, null);
        context.updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
        String message = event.getMessage().getFormattedMessage();
        if (message.contains(ABOUT_TO_CUT)) {
            end.accept(
                    "Kafka could not recover a log and would delete it; it is left as it is, and Kafka ends. When the disk"
                            + " was full, the next start with enough room recovers the log: " + message);
        }
    }
}
