/** What supervision finds of institutions: records of five channels, on line and off line, each at the day it happened. */
package org.finplan.risk.supervision;
