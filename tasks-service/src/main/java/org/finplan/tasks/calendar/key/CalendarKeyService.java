package org.finplan.tasks.calendar.key;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.access.Permission;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.calendar.key.CalendarKey.Act;
import org.finplan.tasks.calendar.key.CalendarKey.State;
import org.finplan.tasks.calendar.key.CalendarKeyRepository.Seen;
import org.finplan.tasks.supervision.ladder.CallerCity;

/**
 * Makes, shows and revokes keys of calendars. A city admin does so for every unit of its city; an officer of a unit, or of the
 * district that is the unit, for that one.
 */
@ApplicationScoped
class CalendarKeyService {

    static final String PATH = "/api/v1/calendar-keys";

    /** A unit has a few phones and a screen or two; more keys than these nobody keeps an eye on. */
    static final int MOST = 50;

    private final CalendarKeyRepository keys;
    private final CallerCity cities;
    private final Caller caller;
    private final RegionScope scope;
    private final EveryRegion everyRegion;
    private final AuditTrail audit;
    private final Clock clock;

    CalendarKeyService(
            CalendarKeyRepository keys,
            CallerCity cities,
            Caller caller,
            RegionScope scope,
            EveryRegion everyRegion,
            AuditTrail audit,
            Clock clock) {
        this.keys = keys;
        this.cities = cities;
        this.caller = caller;
        this.scope = scope;
        this.everyRegion = everyRegion;
        this.audit = audit;
        this.clock = clock;
    }

    CalendarKeyView make(CalendarKeyRequest request) {
        String city = cities.readable(request.city());
        requireOwn(city, request.unit());
        LocalDate today = BusinessTime.today(clock);
        if (request.endsOn() != null && request.endsOn().isBefore(today)) {
            throw CalendarKeyError.END_PASSED.at("/endsOn", request.endsOn().toString(), List.of(today + "/"));
        }
        if (keys.lockedCount(city, request.unit(), today) >= MOST) {
            throw CalendarKeyError.TOO_MANY.at("/unit", request.unit(), List.of());
        }
        CalendarSecret secret = CalendarSecret.fresh();
        CalendarKey key = new CalendarKey(
                Identifiers.next(),
                city,
                request.unit(),
                request.label(),
                secret.prefix(),
                now(),
                request.endsOn(),
                null,
                null,
                1);
        // Beyond the regions of an officer of a unit or a district, which do not hold the city.
        everyRegion.run(() -> keys.add(key, secret.hash()));
        audit.record("calendar-key.make", PATH + "/" + key.id(), city, key.unit() + "; " + key.prefix());
        return CalendarKeyView.of(key, secret, today);
    }

    @Transactional
    Page<CalendarKeyView> list(@Nullable String unit, CursorParameters paging) {
        LocalDate today = BusinessTime.today(clock);
        UUID before = paging.afterKey().map(CalendarKeyService::id).orElse(null);
        return Page.of(
                        keys.seen(seen(), unit, before, paging.limit() + 1),
                        paging.limit(),
                        key -> paging.cursor(key.id().toString()),
                        null)
                .map(key -> CalendarKeyView.of(key, null, today));
    }

    @Transactional
    CalendarKeyView get(UUID id) {
        return CalendarKeyView.of(
                keys.find(id)
                        .filter(found -> isOwn(found.city(), found.unit()))
                        .orElseThrow(CalendarKeyError.NOT_FOUND::problem),
                null,
                BusinessTime.today(clock));
    }

    CalendarKeyView revoke(UUID id, @Nullable String ifMatch) {
        return everyRegion.with(() -> {
            CalendarKey key = keys.lock(id)
                    .filter(found -> isOwn(found.city(), found.unit()))
                    .orElseThrow(CalendarKeyError.NOT_FOUND::problem);
            Preconditions.requireMatch(ifMatch, EntityTags.of(key.version()));
            LocalDate today = BusinessTime.today(clock);
            if (key.state(today) == State.REVOKED) {
                throw CalendarKeyError.NOT_ACTIVE.problem();
            }
            keys.revoke(id, now());
            audit.record("calendar-key.revoke", PATH + "/" + id, key.city(), key.unit() + "; " + key.prefix());
            return CalendarKeyView.of(keys.lock(id).orElseThrow(), null, today);
        });
    }

    private Act now() {
        return new Act(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void requireOwn(String city, String unit) {
        if (!isOwn(city, unit)) {
            throw CalendarKeyError.NOT_YOUR_UNIT.at(
                    "/unit", unit, own().stream().sorted().toList());
        }
    }

    private boolean isOwn(String city, String unit) {
        if (ofAllUnits() && scope.writable().contains(city)) {
            return true;
        }
        return scope.cities().contains(city) && own().contains(unit);
    }

    /** The units that the token names; a region is a unit by itself, that of whoever acts for the region. */
    private Set<String> own() {
        Set<String> units = new HashSet<>(caller.units());
        if (caller.may(Permission.PROGRESS_REPORT)) {
            units.addAll(scope.writable().codes());
        }
        return units;
    }

    private boolean ofAllUnits() {
        return caller.may(Permission.CALENDAR_KEYS_OVERSEE);
    }

    private Seen seen() {
        List<String> read = scope.cities();
        if (ofAllUnits()) {
            return new Seen(read.stream().filter(scope.writable()::contains).toList(), null);
        }
        return new Seen(read, own());
    }

    /** A cursor is not signed: its key may be anything. */
    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid(key);
        }
    }
}
