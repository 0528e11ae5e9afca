/** How a rule is written down: the JSON of the API and of the shipped rules, and what is refused in it. */
package org.finplan.risk.rulebook.content;
