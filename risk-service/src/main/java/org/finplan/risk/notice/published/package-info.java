/** What everybody may read of the notices: those that were published. */
package org.finplan.risk.notice.published;
