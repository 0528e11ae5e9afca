package org.finplan.platform.outbox.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.finplan.platform.events.UnreadableEventException;
import org.finplan.platform.outage.OutageNotice;
import org.jboss.logging.Logger;

/** What the lanes do with records: together in one transaction where that works, else each in one of its own. */
final class Attempts implements Lanes.Work {

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private final Processor processor;
    private final Outages outages;
    private final Offsets offsets;
    private final ConsumerSettings settings;
    private final Runnable letterWritten;
    private final MeterRegistry meters;
    private final OutageNotice databaseNotice = new OutageNotice();

    Attempts(DeadLetters letters, Offsets offsets, ConsumerSettings settings, MeterRegistry meters) {
        this.processor = letters.processor();
        this.outages = letters.outages();
        this.offsets = offsets;
        this.settings = settings;
        this.letterWritten = letters::wake;
        this.meters = meters;
    }

    @Override
    public boolean attemptTogether(List<Delivery> deliveries) {
        try {
            processor.processTogether(deliveries).forEach((result, number) -> count(result.name(), number));
            deliveries.forEach(offsets::done);
            return true;
        } catch (RuntimeException e) {
            LOG.debug("Records that failed together are tried one by one", e);
            return false;
        }
    }

    @Override
    public Optional<Lanes.Retry> attempt(Delivery delivery, int failures) {
        try {
            Optional<Lanes.Retry> retry = process(delivery, failures);
            if (retry.isEmpty()) {
                offsets.done(delivery);
            }
            if (databaseNotice.over()) {
                LOG.info("The database is back, events take effect again");
            }
            return retry;
        } catch (RuntimeException e) {
            if (databaseNotice.due()) {
                LOG.warnf(
                        "Events wait for the database, such as the one at %s/%d: %s",
                        delivery.partition(), delivery.offset(), e.getMessage());
            }
            return Optional.of(Lanes.Retry.WAITS);
        }
    }

    private Optional<Lanes.Retry> process(Delivery delivery, int failures) {
        try {
            count(processor.process(delivery).name(), 1);
            return Optional.empty();
        } catch (UnreadableEventException e) {
            return bury(delivery, e, 1);
        } catch (RuntimeException e) {
            if (outages.explain(e)) {
                throw e;
            }
            if (failures + 1 >= settings.attempts()) {
                return bury(delivery, e, failures + 1);
            }
            LOG.warnf(e, "Event at %s/%d is tried again", delivery.partition(), delivery.offset());
            return Optional.of(Lanes.Retry.COUNTS);
        }
    }

    private Optional<Lanes.Retry> bury(Delivery delivery, Exception failure, int attempts) {
        LOG.errorf(failure, "Event at %s/%d is a dead letter", delivery.partition(), delivery.offset());
        processor.bury(delivery, Processor.reason(failure), attempts);
        count("BURIED", 1);
        letterWritten.run();
        return Optional.empty();
    }

    private void count(String result, int number) {
        meters.counter("finplan.consumer.events", "result", result.toLowerCase(Locale.ROOT))
                .increment(number);
    }
}
