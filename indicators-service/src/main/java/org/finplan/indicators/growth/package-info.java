/** Growth as it was published beside growth as the levels give it: different facts, and their difference. */
package org.finplan.indicators.growth;
