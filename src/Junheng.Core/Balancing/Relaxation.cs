namespace Junheng.Core.Balancing;

/// <summary>
/// One separable convex function in place of all dispersion limits. CV ≤ L is N·Σ X²/P ≤ (1+L²)·T² with T = Σ X. Where T stays, this is a sum over
/// holders; where it varies (bought or shared units), T² is replaced by a tangent, which lies below it and so asks too much (used to find answers),
/// or by a chord over an interval, which lies above it and asks too little (used for bounds). The spreads are added up with non-negative
/// multipliers: whatever keeps all limits keeps their sum, so the sum's cheapest repair is a lower bound.
/// </summary>
internal sealed class Relaxation
{
    private readonly IReadOnlyList<Spread> _spreads;
    private readonly double[] _square;
    private readonly double[] _slope;

    /// <param name="from">Per spread, the lower end of the interval that T is expected in; equal to <paramref name="to"/> for a tangent.</param>
    public Relaxation(IReadOnlyList<Spread> spreads, double[] multipliers, double[] from, double[] to)
    {
        (_spreads, _square, _slope) = (spreads, new double[spreads.Count], new double[spreads.Count]);
        for (var s = 0; s < spreads.Count; s++)
        {
            var (total, allowed) = (spreads[s].Total, 1 + (spreads[s].Limit * spreads[s].Limit));
            var scale = multipliers[s] / (total * total);
            _square[s] = scale * spreads[s].Students;
            _slope[s] = scale * allowed * (from[s] + to[s]);
            Constant += scale * allowed * from[s] * to[s];
        }
    }

    public double Constant { get; }

    /// <summary>A holder's part of the sum; the limits hold together when all parts and the constant add up to 0 or less.</summary>
    public double Part(int holder, int change)
    {
        double part = 0;
        for (var s = 0; s < _square.Length; s++)
        {
            var spread = _spreads[s];
            if (_square[s] == 0 || spread.Weights[holder] <= 0) continue;
            var numerator = spread.Numerator(holder, change);
            part += (_square[s] * numerator * numerator / spread.Weight(holder, change)) - (_slope[s] * numerator);
        }

        return part;
    }
}
