package org.finplan.risk.notice.query;

import org.finplan.risk.notice.lifecycle.NoticeState;

/**
 * Which notices are asked for.
 *
 * @param state state, or null for any
 * @param region region code, or null for any
 */
record NoticeFilter(NoticeState state, String region) {}
