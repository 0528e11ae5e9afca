package org.finplan.tasks.calendar.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.web.idempotency.ShownOnce;
import org.finplan.tasks.calendar.key.CalendarKey.Act;
import org.finplan.tasks.calendar.key.CalendarKey.State;

/**
 * A key of a unit's calendar.
 *
 * @param id id of the key
 * @param version counted up when it is revoked
 * @param city code of the city of the unit
 * @param unit code of the unit
 * @param label which phone or program has it
 * @param prefix public part of the key
 * @param state whether it can be used
 * @param createdBy who made it
 * @param createdAt when it was made
 * @param endsOn the last day on which it works, absent for no end
 * @param lastUsedOn the last day on which it was used, absent before the first use
 * @param revokedBy who took it back
 * @param revokedAt when it was taken back
 * @param allowedActions what can be done with it now
 * @param key {@code fpc_…}, only in the answer that made it.
 * @param address Path of the calendar with the key in it, only in the answer that made it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CalendarKey")
record CalendarKeyView(
        UUID id,
        long version,
        String city,
        String unit,
        String label,
        String prefix,

        @Schema(enumeration = {"active", "ended", "revoked"})
        String state,

        String createdBy,
        Instant createdAt,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate lastUsedOn,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        List<String> allowedActions,
        @Nullable String key,
        @Nullable String address)
        implements ShownOnce {

    static CalendarKeyView of(CalendarKey key, @Nullable CalendarSecret secret, LocalDate today) {
        State state = key.state(today);
        Act revoked = key.revoked();
        return new CalendarKeyView(
                key.id(),
                key.version(),
                key.city(),
                key.unit(),
                key.label(),
                key.prefix(),
                state.name().toLowerCase(Locale.ROOT),
                key.made().by(),
                key.made().at(),
                key.endsOn(),
                key.lastUsedOn(),
                revoked == null ? null : revoked.by(),
                revoked == null ? null : revoked.at(),
                state == State.REVOKED ? List.of() : List.of("revoke"),
                secret == null ? null : secret.text(),
                secret == null ? null : address(key.unit(), secret));
    }

    private static String address(String unit, CalendarSecret secret) {
        String segment = URLEncoder.encode(unit, StandardCharsets.UTF_8).replace("+", "%20");
        return "/api/v1/calendars/" + segment + ".ics?key=" + secret.text();
    }

    @Override
    public CalendarKeyView withoutSecret() {
        return new CalendarKeyView(
                id,
                version,
                city,
                unit,
                label,
                prefix,
                state,
                createdBy,
                createdAt,
                endsOn,
                lastUsedOn,
                revokedBy,
                revokedAt,
                allowedActions,
                null,
                null);
    }

    /** Shows nothing of the secret, wherever it is printed. */
    @Override
    public String toString() {
        return "CalendarKeyView[" + id + "]";
    }
}
