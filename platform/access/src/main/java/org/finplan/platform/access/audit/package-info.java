/** Who did what: audit records, chained by hash so that a record changed, removed or slipped in later is found. */
package org.finplan.platform.access.audit;
