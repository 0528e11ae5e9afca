package org.finplan.gateway.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What one look at the log found.
 *
 * @param events in structured mode, in the order of their time, never against the order of an aggregate
 * @param next where to go on
 */
record FeedPage(List<ObjectNode> events, FeedCursor next) {}
