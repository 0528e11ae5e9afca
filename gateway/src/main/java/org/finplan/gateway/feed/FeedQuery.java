package org.finplan.gateway.feed;

import java.util.Optional;

/**
 * What a caller wants of the log.
 *
 * @param after where to go on; empty for the oldest event that is kept
 * @param fromNow whether to begin at the end of the log instead
 * @param filter which events
 * @param limit most events in the answer
 */
record FeedQuery(Optional<FeedCursor> after, boolean fromNow, EventFilter filter, int limit) {

    FeedQuery after(FeedCursor cursor) {
        return new FeedQuery(Optional.of(cursor), false, filter, limit);
    }
}
