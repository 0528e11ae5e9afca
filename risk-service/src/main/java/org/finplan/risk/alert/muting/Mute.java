package org.finplan.risk.alert.muting;

import jakarta.annotation.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.sql.Row;

/**
 * What mutes an alert now.
 *
 * @param kind inhibition or silence
 * @param by path of the alert or of the silence
 * @param reason why
 * @param until when the silence ends by itself; null of an inhibition
 */
@Schema(name = "Mute")
public record Mute(
        String kind, String by, String reason, @Nullable Instant until) {

    /**
     * Reads the columns of what mutes an alert.
     *
     * @param row a row that has them
     * @return the mute, or null when nothing mutes the alert
     * @throws SQLException when a column is missing
     */
    @Nullable
    public static Mute of(Row row) throws SQLException {
        String kind = row.text("mute_kind");
        return kind == null
                ? null
                : new Mute(kind, row.text("muted_by"), row.text("mute_reason"), row.instant("mute_until"));
    }
}
