/** Takes figures back: single ones, and in bulk what a series, a source or a release brought. */
package org.finplan.indicators.withdrawal;
