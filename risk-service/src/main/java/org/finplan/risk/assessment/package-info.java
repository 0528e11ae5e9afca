/** What the rules said: the last finding of every rule for every subject and period, and what follows from it. */
package org.finplan.risk.assessment;
