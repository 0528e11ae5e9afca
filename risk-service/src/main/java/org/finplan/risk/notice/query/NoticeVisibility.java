package org.finplan.risk.notice.query;

import org.finplan.platform.access.RegionSet;

/**
 * Which notices a caller sees.
 *
 * @param readable regions that it reads
 * @param drafts whether it sees what was never published
 */
record NoticeVisibility(RegionSet readable, boolean drafts) {

    /** {@return the column by which its lists go: creation where drafts are seen, publication otherwise} */
    String time() {
        return drafts ? "created_at" : "published_at";
    }
}
