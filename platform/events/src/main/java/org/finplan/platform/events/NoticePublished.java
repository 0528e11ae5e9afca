package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A risk notice was published on a channel. A notice that is published on several has an event for each.
 *
 * @param notice id of the notice
 * @param region region concerned
 * @param title its title
 * @param issuer body that issues it
 * @param channel wechat, website, television, radio or lecture
 * @param publishedAt when it was published there
 * @param publishedBy subject
 */
public record NoticePublished(
        UUID notice,
        String region,
        LocalizedText title,
        String issuer,
        String channel,
        Instant publishedAt,
        String publishedBy)
        implements EventData {}
