/** The rule book: versions of rules from draft to published, what is in force together, and stricter local limits. */
package org.finplan.risk.rulebook;
