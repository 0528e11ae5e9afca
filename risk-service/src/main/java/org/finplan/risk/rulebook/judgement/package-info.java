/** What rules say of figures: pure, exact, and the same whenever and wherever it runs. */
package org.finplan.risk.rulebook.judgement;
