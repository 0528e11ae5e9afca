/** What may be done to a notice in which state, and the channels that the plan names. */
package org.finplan.risk.notice.lifecycle;
