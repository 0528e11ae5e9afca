package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A published risk notice was taken back, on all channels.
 *
 * @param notice id of the notice
 * @param region region concerned
 * @param reason why
 * @param withdrawnAt when
 * @param withdrawnBy subject
 */
public record NoticeWithdrawn(UUID notice, String region, String reason, Instant withdrawnAt, String withdrawnBy)
        implements EventData {}
