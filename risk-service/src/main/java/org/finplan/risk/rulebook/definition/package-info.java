/** What a rule says, as data: what it measures, its limits with their dates, its levels and its source. Pure. */
package org.finplan.risk.rulebook.definition;
