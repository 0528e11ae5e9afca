package org.finplan.tasks.register.entry;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.register.RegisterStage;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.tasks.register.Register;
import org.finplan.tasks.register.RegisterError;
import org.finplan.tasks.register.Registers;

/**
 * Writes entries. Where a method does not begin a transaction, its resource method does, because the answer is kept with the
 * effect.
 */
@ApplicationScoped
class EntryService {

    private final Registers registers;
    private final Entries entries;
    private final EntryReader reader;
    private final EntryRepository repository;
    private final EntryHistoryRepository history;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    EntryService(
            Registers registers,
            Entries entries,
            EntryReader reader,
            EntryRepository repository,
            EntryHistoryRepository history,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.registers = registers;
        this.entries = entries;
        this.reader = reader;
        this.repository = repository;
        this.history = history;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    Entry enter(String code, @Nullable String plan, EntryRequest request) {
        Register register = registers.require(code, plan);
        registers.requireOpen(register);
        Entry entry = draft(register, request);
        keep(entry, request);
        return entry;
    }

    /** {@return the entry that a request makes, once nothing is wrong with it; nothing is stored} */
    Entry draft(Register register, EntryRequest request) {
        String stage =
                request.stage() == null ? register.definition().stageCodes().get(0) : request.stage();
        requireStage(register, stage);
        Entry.Content content = reader.read(register, request);
        requireReason(new StageOrder(register.definition()).wayIn(stage), request.reason());
        requireDecision(register, stage, request.decidedBy());
        requireDate(request.date(), null);
        Instant now = now();
        return new Entry(
                Identifiers.next(),
                register.plan(),
                register.code(),
                null,
                content,
                stage,
                request.date(),
                request.date(),
                null,
                null,
                1,
                caller.subject(),
                now,
                now);
    }

    /** Stores a draft, in the caller's transaction. */
    void keep(Entry entry, EntryRequest request) {
        repository.insert(entry);
        history.addStage(entry, request.reason(), request.decidedBy(), caller.subject(), entry.createdAt());
        history.addVersion(entry, request.reason(), caller.subject());
        audit.record("register.enter", entry.path(), entry.region(), entry.register() + " " + entry.stage());
    }

    @Transactional
    Entry revise(String code, UUID id, String ifMatch, EntryRevisionRequest request) {
        Entries.Found found = take(code, id, ifMatch);
        Entry before = found.entry();
        Entry.Content content = reader.read(found.register(), request, before);
        Entry after = changed(before, content, before.stage(), before.since(), null, null);
        store(after, request.reason());
        audit.record("register.revise", after.path(), after.region(), request.reason());
        return after;
    }

    Entry move(String code, UUID id, String ifMatch, MoveRequest request) {
        Entries.Found found = take(code, id, ifMatch);
        Entry before = found.entry();
        requireStage(found.register(), request.stage());
        StageOrder order = new StageOrder(found.register().definition());
        StageOrder.Way way = order.way(before.stage(), request.stage());
        if (way == StageOrder.Way.NONE) {
            throw RegisterError.STAGE_NOT_ALLOWED.at("/stage", request.stage(), order.reachable(before.stage()));
        }
        requireReason(way, request.reason());
        requireDecision(found.register(), request.stage(), request.decidedBy());
        requireDate(request.date(), before.since());
        Entry after = changed(before, before.content(), request.stage(), request.date(), null, null);
        store(after, request.reason());
        history.addStage(after, request.reason(), request.decidedBy(), caller.subject(), after.updatedAt());
        audit.record("register.move", after.path(), after.region(), before.stage() + " → " + after.stage());
        return after;
    }

    Entry end(String code, UUID id, String ifMatch, EndRequest request) {
        Entry before = take(code, id, ifMatch).entry();
        requireDate(request.date(), before.since());
        Entry after =
                changed(before, before.content(), before.stage(), before.since(), request.date(), request.reason());
        store(after, request.reason());
        audit.record("register.end", after.path(), after.region(), request.reason());
        return after;
    }

    private Entries.Found take(String code, UUID id, String ifMatch) {
        Entries.Found found = entries.open(code, id);
        Preconditions.requireMatch(ifMatch, EntityTags.of(found.entry().version()));
        Entries.requirePresent(found.entry());
        return found;
    }

    private void store(Entry after, String reason) {
        repository.update(after);
        history.addVersion(after, reason, caller.subject());
    }

    private Entry changed(
            Entry before,
            Entry.Content content,
            String stage,
            LocalDate since,
            @Nullable LocalDate ended,
            @Nullable String endReason) {
        return new Entry(
                before.id(),
                before.plan(),
                before.register(),
                before.code(),
                content,
                stage,
                since,
                before.enteredOn(),
                ended,
                endReason,
                before.version() + 1,
                before.createdBy(),
                before.createdAt(),
                now());
    }

    private static void requireStage(Register register, String stage) {
        if (register.definition().stage(stage).isEmpty()) {
            throw RegisterError.UNKNOWN_STAGE.at(
                    "/stage", stage, register.definition().stageCodes());
        }
    }

    private static void requireReason(StageOrder.Way way, @Nullable String reason) {
        if (way == StageOrder.Way.SKIPPED && (reason == null || reason.isBlank())) {
            throw RegisterError.SKIPPED_WITHOUT_REASON.at("/reason", reason, List.of());
        }
    }

    private static void requireDecision(Register register, String stage, @Nullable String decidedBy) {
        boolean decided = register.definition()
                .stage(stage)
                .filter(RegisterStage::decided)
                .isPresent();
        if (decided && (decidedBy == null || decidedBy.isBlank())) {
            throw RegisterError.DECISION_MISSING.at("/decidedBy", decidedBy, List.of());
        }
    }

    private void requireDate(LocalDate date, @Nullable LocalDate last) {
        LocalDate today = BusinessTime.today(clock);
        if (date.isAfter(today)) {
            throw RegisterError.DATE_IN_FUTURE.at("/date", date.toString(), List.of("../" + today));
        }
        if (last != null && date.isBefore(last)) {
            throw RegisterError.DATE_BEFORE_LAST.at("/date", date.toString(), List.of(last + "/.."));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
