package org.finplan.risk.notice.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.finplan.risk.notice.lifecycle.Channel;
import org.finplan.risk.notice.lifecycle.NoticeAction;
import org.finplan.risk.notice.lifecycle.NoticeState;

/** Makes the answer of a row of notices, with what its reader may do now, and that of a row of publications. */
@ApplicationScoped
class NoticeViewMapper {

    private final NoticeRights rights;

    NoticeViewMapper(NoticeRights rights) {
        this.rights = rights;
    }

    /** The notice, on no channel yet: its publications are rows of another table. */
    NoticeView notice(Row row) throws SQLException {
        NoticeState state = NoticeState.find(row.text("state")).orElseThrow();
        String region = row.text("region");
        Instant withdrawnAt = row.instant("withdrawn_at");
        return new NoticeView(
                row.uuid("id"),
                row.integer("version"),
                state.code(),
                region,
                row.text("issuer"),
                row.text("reference"),
                new NoticeTitle(row.text("title_zh"), row.text("title_en")),
                new NoticeBody(row.text("body_zh"), row.text("body_en")),
                List.of(),
                row.text("created_by"),
                row.instant("created_at"),
                row.instant("published_at"),
                withdrawnAt == null
                        ? null
                        : new NoticeView.WithdrawalView(
                                row.text("withdrawal_reason"), row.text("withdrawn_by"), withdrawnAt),
                rights.allowed(state, region).stream().map(NoticeAction::code).toList());
    }

    NoticeView.PublicationView publication(Row row) throws SQLException {
        Channel channel = Channel.find(row.text("channel")).orElseThrow();
        return new NoticeView.PublicationView(
                channel.code(), channel.label(), row.instant("published_at"), row.text("address"));
    }
}
