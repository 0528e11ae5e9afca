package org.finplan.platform.outbox.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.outbox.consumer.DeadLetter;
import org.finplan.platform.outbox.consumer.DeadLetters;
import org.finplan.platform.outbox.relay.ParkedAggregate;
import org.finplan.platform.outbox.relay.ParkedAggregates;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.RegionScope;
import org.jdbi.v3.core.Jdbi;

/** Shows and releases dead letters of both directions, those of the regions that the caller oversees, in the caller's transaction and with an audit record. */
@ApplicationScoped
class DeadLetterService {

    /** A row of the list with its sort keys. */
    record Row(DeadLetterView letter, String kind, long position) {}

    private final DeadLetters letters;
    private final ParkedAggregates parked;
    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;
    private final AuditTrail audit;
    private final RegionScope scope;

    DeadLetterService(
            DeadLetters letters,
            Jdbi jdbi,
            TransactionSynchronizationRegistry transactions,
            AuditTrail audit,
            RegionScope scope) {
        this.letters = letters;
        this.parked = new ParkedAggregates(jdbi);
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.audit = audit;
        this.scope = scope;
    }

    /** Lists one state; without one what an operator must decide on, refused events first. */
    List<Row> list(String stateOrNull, String afterKind, long after, int number) {
        List<Row> rows = new ArrayList<>();
        boolean refused = stateOrNull == null || stateOrNull.equals(DeadLetterView.REFUSED);
        if (refused && !afterKind.equals(DeadLetter.FAILED)) {
            for (ParkedAggregate aggregate : parked.list(scope.overseen(), after, number)) {
                rows.add(new Row(DeadLetterView.of(aggregate), DeadLetterView.REFUSED, aggregate.position()));
            }
        }
        if (!DeadLetterView.REFUSED.equals(stateOrNull) && rows.size() < number) {
            String state = stateOrNull == null ? DeadLetter.FAILED : stateOrNull;
            long from = afterKind.equals(DeadLetterView.REFUSED) ? 0 : after;
            for (DeadLetter letter : letters.list(state, scope.overseen(), from, number - rows.size())) {
                rows.add(new Row(DeadLetterView.of(letter), DeadLetter.FAILED, letter.position()));
            }
        }
        return rows;
    }

    DeadLetterView find(UUID id) {
        Optional<DeadLetterView> incoming = letters.find(id, scope.overseen()).map(DeadLetterView::of);
        if (incoming.isPresent()) {
            return incoming.get();
        }
        return parked.find(id, scope.overseen())
                .map(DeadLetterView::of)
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND,
                        new LocalizedText("没有编号为 " + id + " 的死信。", "There is no dead letter " + id + ".")));
    }

    DeadLetterView release(UUID id) {
        DeadLetterView letter = find(id);
        boolean released = letter.direction().equals("outgoing")
                ? parked.release(id)
                : jdbi.withHandle(handle -> letters.release(handle, id));
        if (!released) {
            throw new ProblemException(
                    DeadLetterError.DEAD_LETTER_NOT_FAILED,
                    new LocalizedText(
                            "死信 " + id + " 的状态为 " + letter.state() + "，只有失败或被拒的死信可以重放。",
                            "Dead letter " + id + " is " + letter.state()
                                    + "; only a failed or refused one can be replayed."));
        }
        audit.record("dead-letter.replay", "/api/v1/dead-letters/" + id, null, "aggregate " + letter.aggregate());
        wakeAfterCommit();
        return letters.find(id, scope.overseen()).map(DeadLetterView::of).orElse(letter);
    }

    Released releaseAll() {
        Released released = new Released(
                jdbi.withHandle(handle -> letters.releaseAll(handle, scope.overseen())),
                parked.releaseAll(scope.overseen()));
        audit.record(
                "dead-letter.replay-all",
                "/api/v1/dead-letters",
                null,
                released.incoming() + " incoming, " + released.outgoing() + " outgoing");
        wakeAfterCommit();
        return released;
    }

    private void wakeAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is stored here.
            }

            @Override
            public void afterCompletion(int status) {
                letters.wake();
            }
        });
    }
}
